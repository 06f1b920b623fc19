import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { eachAtOnce } from '../eachAtOnce.ts';
import { TIMEOUTS } from '../timeouts.ts';

const client = new SQSClient(TIMEOUTS);

/** SQS takes no more in a call. */
const MOST_IN_A_CALL = 10;
const CALLS_AT_ONCE = 20;

/** `group`: the property, so that queues share fairly. */
export type Message = { body: object; group: string; delaySeconds?: number };

/**
 * Puts messages about reminders into a queue.
 * @throws when some were not taken; others may have been
 */
export async function sendReminders(queueUrl: string, messages: readonly Message[]): Promise<void> {
  const calls = Array.from({ length: Math.ceil(messages.length / MOST_IN_A_CALL) }, (_, at) =>
    messages.slice(at * MOST_IN_A_CALL, (at + 1) * MOST_IN_A_CALL),
  );
  await eachAtOnce(calls, CALLS_AT_ONCE, (call) => send(queueUrl, call));
}

async function send(queueUrl: string, messages: readonly Message[]): Promise<void> {
  const { Failed = [] } = await client.send(
    new SendMessageBatchCommand({
      QueueUrl: queueUrl,
      Entries: messages.map(({ body, group, delaySeconds }, at) => ({
        Id: String(at),
        MessageBody: JSON.stringify(body),
        MessageGroupId: group,
        DelaySeconds: delaySeconds,
      })),
    }),
  );
  if (Failed.length > 0) throw new Error(`The queue did not take ${Failed.length} messages: ${Failed[0].Code}.`);
}
