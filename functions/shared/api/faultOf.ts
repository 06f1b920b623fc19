import { ERRORS, type ErrorType } from '../../../core/portable/errors.ts';
import { PoisonError } from '../batch/poison.ts';

export type GraphqlError = { message: string; errorType?: string | null };

/**
 * What the API's errors mean to a function that called it: poison where the same variables will be refused for ever, else
 * a failure that may pass.
 */
export function faultOf(errors: readonly GraphqlError[]): Error {
  const message = errors.map((error) => error.message).join('; ');
  return errors.some(isForGood) ? new PoisonError(message) : new Error(message);
}

/**
 * AppSync names no type where values do not fit the schema. It names none either where the document does not fit: that
 * passes, as in a deployment functions may come a little before the schema that they are for.
 */
function isForGood({ message, errorType }: GraphqlError): boolean {
  if (errorType && errorType in ERRORS) return !ERRORS[errorType as ErrorType].retryable;
  return !errorType && !message.startsWith('Validation error of type');
}
