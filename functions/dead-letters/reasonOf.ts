import { REASON_ATTRIBUTE } from '../shared/batch/deadLetters.ts';
import type { Letter } from './hold.ts';
import { streamPosition } from './stream/streamPosition.ts';

/**
 * Why a letter lies here: our functions say it in an attribute, SNS in `ErrorMessage` (SNS developer guide, "Amazon SNS
 * dead-letter queues"), Lambda in the body. SQS itself says nothing: it was received as often as it may.
 */
export function reasonOf(letter: Letter): string {
  const attributes = letter.MessageAttributes ?? {};
  const said = attributes[REASON_ATTRIBUTE]?.StringValue ?? attributes.ErrorMessage?.StringValue;
  if (said) return said;
  const position = streamPosition(letter.Body);
  if (position) return `${position.condition} after ${position.invocations} tries; the function’s log has the error.`;
  return 'It was received as often as it may be, and never done.';
}
