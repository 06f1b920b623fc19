import { util } from '@aws-appsync/utils';
import { ERRORS, type ErrorType, type Refusal } from '../../../core/portable/errors.ts';

/** Ends the request with an error of the catalogue; `errorInfo.retryable` tells clients whether to send it again. */
export function fail(type: ErrorType, message: string): never {
  util.error(message, type, null, { retryable: ERRORS[type].retryable });
}

/** Ends the request where the domain says no. */
export function failIf(refusal: Refusal | null): void {
  if (refusal) fail(refusal.type, refusal.message);
}

/** A data source did not answer as it should: logged with its own words, told to the caller without them. */
export function failUnavailable(error: { message: string; type: string }): never {
  console.error(`${error.type}: ${error.message}`);
  fail('Unavailable', 'The service cannot answer just now. Try again in a moment.');
}
