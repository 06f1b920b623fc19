import { RequestError } from '../../errors/requestError.ts';
import type { RealtimeError } from '../contract.ts';
import type { ConnectionError } from './serverMessage.ts';

// Types and wording as seen from AppSync in public reports, except where said otherwise.

export const duplicatedOperation = (id: string): RealtimeError => ({
  errorType: 'DuplicatedOperationError',
  message: `Duplicated operation with id ${id}`,
});

export const maxSubscriptionsReached = (limit: number): RealtimeError => ({
  errorType: 'MaxSubscriptionsReachedError',
  message: `Max number of ${limit} subscriptions reached`,
});

/** For a message type that does not exist and for a `start` in which no operation can be found. */
export const unsupportedOperation = (): RealtimeError => ({
  errorType: 'UnsupportedOperation',
  message: 'unknown not supported through the realtime channel',
});

/** Our wording: what AppSync answers to a `stop` of an unknown id is not on record. */
export const unknownOperation = (id: string): RealtimeError => ({
  errorType: 'UnknownOperationError',
  message: `Unknown operation id ${id}`,
});

/** Our wording: what AppSync answers to something that is no JSON object is not on record. */
export const malformedMessage = (): RealtimeError => ({
  errorType: 'BadRequestException',
  message: 'The message is not a JSON object.',
});

/** Our type: what AppSync calls a malformed filter of a subscription's resolver is not on record. */
export const invalidFilter = (message: string): RealtimeError => ({ errorType: 'InvalidSubscriptionFilter', message });

const internal = { errorType: 'InternalFailure', message: 'Internal error' };

/** What a client may know of a failed authorization or subscription; the rest belongs into the log. */
export function toRealtimeError(error: unknown): RealtimeError {
  return error instanceof RequestError ? { errorType: error.errorType, message: error.message } : internal;
}

export function toConnectionError(error: unknown): ConnectionError {
  const errorCode = error instanceof RequestError ? error.status : 500;
  return { ...toRealtimeError(error), errorCode };
}
