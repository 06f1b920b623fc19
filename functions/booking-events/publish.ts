import { PublishBatchCommand, type PublishBatchRequestEntry, SNSClient } from '@aws-sdk/client-sns';
import DataLoader from 'dataloader';
import { PoisonError } from '../shared/batch/poison.ts';
import { TIMEOUTS } from '../shared/timeouts.ts';
import { config } from './config.ts';

type Entry = Omit<PublishBatchRequestEntry, 'Id'>;

/** Source: Amazon SNS API reference, PublishBatch: up to ten messages, of 256 KiB together; a booking takes some two. */
const MOST_AT_ONCE = 10;

const client = new SNSClient(TIMEOUTS);
const loader = new DataLoader(publishAll, { cache: false, maxBatchSize: MOST_AT_ONCE });

/**
 * Publishes to the topic; what comes at the same time goes together.
 * @throws {PoisonError} when the topic will never take it
 * @throws when it did not take it now
 */
export async function publish(entry: Entry): Promise<void> {
  await loader.load(entry);
}

async function publishAll(entries: readonly Entry[]): Promise<(null | Error)[]> {
  const PublishBatchRequestEntries = entries.map((entry, at) => ({ ...entry, Id: String(at) }));
  const { Failed = [] } = await client.send(
    new PublishBatchCommand({ TopicArn: config.topic, PublishBatchRequestEntries }),
  );
  const answers: (null | Error)[] = entries.map(() => null);
  for (const { Id, Code, Message, SenderFault } of Failed) {
    const reason = `${Code}: ${Message}`;
    answers[Number(Id)] = SenderFault ? new PoisonError(reason) : new Error(reason);
  }
  return answers;
}
