import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSRecord } from 'aws-lambda';
import { reasonOf } from '../shared/batch/poison.ts';
import { logger } from '../shared/logger.ts';
import { TIMEOUTS } from '../shared/timeouts.ts';
import { config } from './config.ts';

const LONGEST_SECONDS = 60;

const client = new SQSClient(TIMEOUTS);

/**
 * Makes a message that failed visible after a second, then two, four ...: the line stands still while it is in flight, and
 * its time-out is made for a worker that was killed. Never fails: the message comes back anyway.
 */
export async function comeBackSoon({ receiptHandle, attributes }: SQSRecord): Promise<void> {
  const receives = Number(attributes.ApproximateReceiveCount);
  const VisibilityTimeout = Math.min(LONGEST_SECONDS, 2 ** (receives - 1));
  try {
    await client.send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: config.queueUrl,
        ReceiptHandle: receiptHandle,
        VisibilityTimeout,
      }),
    );
  } catch (error) {
    logger.warn('a message comes back late', { reason: reasonOf(error) });
  }
}
