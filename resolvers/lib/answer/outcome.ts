import { failUnavailable } from './fail.ts';

/** Failures that a second try meets again: the request or the wiring is wrong. */
const LASTING = [
  'ValidationException',
  'AccessDeniedException',
  'ResourceNotFoundException',
  'ItemCollectionSizeLimitExceededException',
];

/**
 * After a write without an answer that tells: conflicts, throttles and unknown outcomes pass, and the caller tries
 * again under the same id. Anything else ends the request.
 */
export function failUnlessPassing(error: { message: string; type: string }): void {
  if (LASTING.some((name) => error.type.indexOf(name) >= 0)) failUnavailable(error);
  console.error(`${error.type}: ${error.message}`);
}
