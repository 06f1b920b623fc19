import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { TIMEOUTS } from '../shared/timeouts.ts';
import { config } from './config.ts';
import type { Timer } from './readTimer.ts';

/** Source: Amazon SQS API reference, SendMessage, DelaySeconds. A longer time is gone in hops. */
const LONGEST_SECONDS = 900;

const client = new SQSClient(TIMEOUTS);

/** Has the timer ring when the hold runs out, or on the way there. @param leftMs until then */
export async function setTimer(timer: Timer, propertyId: string, leftMs: number): Promise<void> {
  await client.send(
    new SendMessageCommand({
      QueueUrl: config.queueUrl,
      MessageBody: JSON.stringify(timer),
      DelaySeconds: Math.min(LONGEST_SECONDS, Math.ceil(leftMs / 1000)),
      MessageGroupId: propertyId,
    }),
  );
}
