import type { Delivery } from './delivery.ts';
import type { Failure } from './deliveryQueue.ts';
import { callAs, type SendParts } from './send/send.ts';

/**
 * Sends a message that could not be delivered to its dead letter queue, with the attributes that say why
 * (EventBridge User Guide, "Debugging event delivery"). A rule needs the queue's policy for it, a schedule its role.
 * @throws {AwsServiceError}
 */
export async function bury(
  delivery: Delivery,
  failure: Failure,
  { messaging, queueUrl }: Pick<SendParts, 'messaging' | 'queueUrl'>,
): Promise<void> {
  const { deadLetter, sender, target } = delivery;
  if (deadLetter === null) return;
  const isRule = sender.service === 'events.amazonaws.com';
  const input = {
    QueueUrl: queueUrl(deadLetter.queueArn),
    MessageBody: deadLetter.body,
    MessageAttributes: messageAttributes(isRule ? 'RULE_ARN' : 'SCHEDULE_ARN', delivery, failure),
  };
  const as = callAs({ sender, target: { roleArn: isRule ? null : target.roleArn } });
  await messaging({ service: 'sqs', operation: 'SendMessage', input, as });
}

function messageAttributes(sender: string, delivery: Delivery, { code, message, exhausted }: Failure): object {
  const texts = {
    [sender]: delivery.sender.arn,
    TARGET_ARN: delivery.target.arn,
    ERROR_CODE: CODES[code] ?? code,
    ERROR_MESSAGE: message,
    ...(exhausted === null ? {} : { EXHAUSTED_RETRY_CONDITION: exhausted }),
  };
  const attributes = Object.entries(texts).map(([name, value]) => [name, { DataType: 'String', StringValue: value }]);
  const tried = { DataType: 'Number', StringValue: String(delivery.attempts - 1) };
  return { ...Object.fromEntries(attributes), RETRY_ATTEMPTS: tried };
}

/** EventBridge's own names for the two that are not worth another try. */
const CODES: Record<string, string> = {
  AccessDeniedException: 'NO_PERMISSIONS',
  ResourceNotFoundException: 'NO_RESOURCE',
  StateMachineDoesNotExist: 'NO_RESOURCE',
};
