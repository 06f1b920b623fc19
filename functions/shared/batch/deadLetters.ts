import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { TIMEOUTS } from '../timeouts.ts';

/** What a source's dead letter queue gets: the body from which it can be done again, and why it was given up. */
export type DeadLetter = {
  /** ARN of the stream or queue, as the event names it. */
  source: string;
  body: string;
  reason: string;
  /** Of FIFO queues: the group it was in and its id, so that a second delivery of it is one dead letter. */
  group?: { id: string; deduplicationId: string };
};

const client = new SQSClient(TIMEOUTS);

/** DEAD_LETTERS tells the URL of each source's queue. @throws when it names none for the source */
export async function sendToDeadLetters({ source, body, reason, group }: DeadLetter): Promise<void> {
  const queues = JSON.parse(process.env.DEAD_LETTERS ?? '{}') as Record<string, string>;
  const url = queues[source];
  if (!url) throw new Error(`DEAD_LETTERS names no queue for ${source}.`);
  await client.send(
    new SendMessageCommand({
      QueueUrl: url,
      MessageBody: body,
      MessageAttributes: { reason: { DataType: 'String', StringValue: reason.slice(0, 1_000) || 'unknown' } },
      ...(group ? { MessageGroupId: group.id, MessageDeduplicationId: group.deduplicationId } : {}),
    }),
  );
}
