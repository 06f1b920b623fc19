/** A policy says something that this evaluator does not know; it is refused rather than guessed at. */
export class PolicyError extends Error {
  override name = 'PolicyError';
}
