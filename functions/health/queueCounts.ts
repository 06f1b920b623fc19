import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { TIMEOUTS } from '../shared/timeouts.ts';
import type { WorkSource } from '../shared/work/work.ts';

const client = new SQSClient(TIMEOUTS);

/** `waiting` and `inFlight` are null for streams. */
export type QueueCounts = { waiting: number | null; inFlight: number | null; deadLetters: number };

/** What lies in a source's queue and in its dead letter queue, about. @throws when SQS does not answer */
export async function queueCounts(source: WorkSource): Promise<QueueCounts> {
  const [own, dead] = await Promise.all([
    source.kind === 'QUEUE' ? count(source.queue.url) : null,
    count(source.deadLetters.url),
  ]);
  return {
    waiting: own?.visible ?? null,
    inFlight: own?.inFlight ?? null,
    deadLetters: dead.visible + dead.inFlight,
  };
}

async function count(url: string): Promise<{ visible: number; inFlight: number }> {
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({
      QueueUrl: url,
      AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
    }),
  );
  const { ApproximateNumberOfMessages: visible = 0, ApproximateNumberOfMessagesNotVisible: inFlight = 0 } = Attributes;
  return { visible: Number(visible), inFlight: Number(inFlight) };
}
