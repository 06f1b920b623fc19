/** `ctx.result` and `ctx.error` of the response handler. */
export type SourceAnswer = { result: unknown; error: { message: string; type: string } | null };

/** A call that went well. */
export function answered(result: unknown): SourceAnswer {
  return { result, error: null };
}
