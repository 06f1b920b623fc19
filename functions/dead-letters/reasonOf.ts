import { REASON_ATTRIBUTE } from '../shared/batch/deadLetters.ts';
import type { Letter } from './hold.ts';
import { streamPosition } from './stream/streamPosition.ts';

const SAY_WHY = [REASON_ATTRIBUTE, 'ErrorMessage', 'ERROR_MESSAGE'];

/**
 * Why a letter lies here: our functions say it in an attribute, SNS in `ErrorMessage` (SNS developer guide, "Amazon SNS
 * dead-letter queues"), schedules in `ERROR_MESSAGE` (EventBridge Scheduler user guide, "Configuring a dead-letter queue"),
 * Lambda in the body. SQS itself says nothing: it was received as often as it may.
 */
export function reasonOf(letter: Letter): string {
  const attributes = letter.MessageAttributes ?? {};
  const said = SAY_WHY.map((name) => attributes[name]?.StringValue).find(Boolean);
  if (said) return said;
  const position = streamPosition(letter.Body);
  if (position) return `${position.condition} after ${position.invocations} tries; the function’s log has the error.`;
  return 'It was received as often as it may be, and never done.';
}
