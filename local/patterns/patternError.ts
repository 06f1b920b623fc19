/** A pattern that AWS would not take. The message names the place in it and what is wrong there. */
export class PatternError extends Error {
  override name = 'PatternError';
}
