/** What Lambda hands to the caller of a function that failed. */
export type ErrorObject = { errorType: string; errorMessage: string; trace: string[] };

/** Anything can be thrown; only errors have a name and a stack. */
export function errorObject(thrown: unknown): ErrorObject {
  if (!(thrown instanceof Error)) return { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };
  return { errorType: thrown.name, errorMessage: thrown.message, trace: thrown.stack?.split('\n') ?? [] };
}
