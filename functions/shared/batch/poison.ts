/** What was delivered can never be handled, by nobody and at no time: it goes to the dead letters at once, with the reason. */
export class PoisonError extends Error {
  override readonly name = 'PoisonError';
}

/**
 * Is trying again in vain? A value out of its range or without what everything has is poison too; but `fetch` tells of a
 * broken network by a TypeError, which names its cause.
 */
export function isPoison(error: unknown): boolean {
  if (error instanceof PoisonError || error instanceof RangeError || error instanceof SyntaxError) return true;
  return error instanceof TypeError && error.cause === undefined;
}

/** One line, without stack. The parser of JSON quotes what it read, which may be a guest's: of that only the kind is told. */
export function reasonOf(error: unknown): string {
  if (error instanceof SyntaxError) return 'It is not valid JSON.';
  return error instanceof Error ? error.message : String(error);
}

/** What a handler throws before it answers a promise fails like what it throws later: a poison that it finds at once is poison. */
export const attempt = async (handle: () => Promise<void>): Promise<void> => handle();
