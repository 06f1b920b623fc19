import { createHash } from 'node:crypto';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { TIMEOUTS } from '../timeouts.ts';

const client = new SQSClient(TIMEOUTS);

/**
 * Asks the overbooking-resolver to look at a property. The group is the property: so one looks at it at a time.
 * @param queueUrl of OverbookingWork
 * @param cause the same for the same cause: within five minutes it wakes the resolver once
 */
export async function wakeResolver(queueUrl: string, propertyId: string, cause: string): Promise<void> {
  await client.send(
    new SendMessageCommand({
      QueueUrl: queueUrl,
      MessageBody: JSON.stringify({ propertyId }),
      MessageGroupId: propertyId,
      MessageDeduplicationId: createHash('sha256').update(`${propertyId}\n${cause}`).digest('hex'),
    }),
  );
}
