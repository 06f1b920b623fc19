import { createHash } from 'node:crypto';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { TIMEOUTS } from '../../shared/timeouts.ts';
import { config } from '../config.ts';

const client = new SQSClient(TIMEOUTS);

/** Has a property looked at for overbooked nights; once a run, however often it is asked for. */
export async function wakeResolver(propertyId: string, runId: string): Promise<void> {
  await client.send(
    new SendMessageCommand({
      QueueUrl: config.overbookingQueue,
      MessageBody: JSON.stringify({ propertyId }),
      MessageGroupId: propertyId,
      MessageDeduplicationId: createHash('sha256').update(`${propertyId}\n${runId}`).digest('hex'),
    }),
  );
}
