import { type MessageAttributeValue, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { TIMEOUTS } from '../timeouts.ts';

/** What a source's dead letter queue gets: the body from which it can be done again, and why it was given up. */
export type DeadLetter = {
  /** ARN of the stream or queue, as the event names it. */
  source: string;
  body: string;
  reason: string;
  /** Of messages: their own attributes, which their consumer needs when they are sent back. */
  attributes?: Record<string, MessageAttributeValue>;
  /** Of messages that have one: the group it was in. Of FIFO queues also its id, so that a second delivery of it is one dead letter. */
  group?: { id: string; deduplicationId?: string };
};

/** The attribute that tells why; a redrive takes it off again. */
export const REASON_ATTRIBUTE = 'reason';

/** Source: SQS developer guide, "Amazon SQS message metadata": a message may have ten attributes. */
const MOST_ATTRIBUTES = 10;
const LONGEST_REASON = 1_000;

const client = new SQSClient(TIMEOUTS);

/** DEAD_LETTERS tells the URL of each source's queue. @throws when it names none for the source */
export async function sendToDeadLetters({ source, body, reason, attributes = {}, group }: DeadLetter): Promise<void> {
  const queues = JSON.parse(process.env.DEAD_LETTERS ?? '{}') as Record<string, string>;
  const url = queues[source];
  if (!url) throw new Error(`DEAD_LETTERS names no queue for ${source}.`);
  const kept = Object.entries(attributes).filter(([name]) => name !== REASON_ATTRIBUTE);
  await client.send(
    new SendMessageCommand({
      QueueUrl: url,
      MessageBody: body,
      MessageAttributes: {
        ...Object.fromEntries(kept.slice(0, MOST_ATTRIBUTES - 1)),
        [REASON_ATTRIBUTE]: { DataType: 'String', StringValue: reason.slice(0, LONGEST_REASON) || 'unknown' },
      },
      ...(group ? { MessageGroupId: group.id, MessageDeduplicationId: group.deduplicationId } : {}),
    }),
  );
}
