/** Failures that another try meets again: the request or the wiring is wrong. */
const LASTING = ['ValidationException', 'AccessDeniedException', 'ResourceNotFoundException', 'TypeError'];

/** May a call of DynamoDB that failed this way succeed when it is sent again? It may have been done, too. */
export function mayPass(error: unknown): error is Error {
  return error instanceof Error && !LASTING.includes(error.name);
}
