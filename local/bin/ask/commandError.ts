/** Ends a command with its message, which is for a person. */
export class CommandError extends Error {
  override name = 'CommandError';
}
