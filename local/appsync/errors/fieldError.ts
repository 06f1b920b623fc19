import type { HandlerError } from '../runtime/contract.ts';

/**
 * Why one field has no value, as AppSync reports it: `errorType`, `data` and `errorInfo` reach the client beside path and
 * locations. Thrown by resolvers; carried through graphql-js as the error's origin.
 */
export class FieldError extends Error {
  readonly errorType: string | null;
  readonly data: unknown;
  readonly errorInfo: unknown;

  constructor(message: string, errorType: string | null, data: unknown = null, errorInfo: unknown = null) {
    super(message);
    this.name = 'FieldError';
    this.errorType = errorType;
    this.data = data;
    this.errorInfo = errorInfo;
  }

  static of(error: HandlerError): FieldError {
    return new FieldError(error.message, error.errorType, error.data, error.errorInfo);
  }
}

/** AppSync's words for a field that the caller's authorization mode, groups or policy do not reach. */
export function notAuthorized(field: string, type: string): FieldError {
  return new FieldError(`Not Authorized to access ${field} on type ${type}`, 'Unauthorized');
}

/** The whole request ran into its 30 seconds. */
export function executionTimeout(): FieldError {
  return new FieldError('Execution timed out.', 'ExecutionTimeout');
}
