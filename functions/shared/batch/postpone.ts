import {
  ChangeMessageVisibilityBatchCommand,
  type ChangeMessageVisibilityBatchRequestEntry,
  GetQueueUrlCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { logger } from '../logger.ts';
import { TIMEOUTS } from '../timeouts.ts';
import { reasonOf } from './poison.ts';

const FIRST_SECONDS = 2;
const LONGEST_SECONDS = 180;
/** SQS takes no more in a call. */
const MOST_IN_A_CALL = 10;

const client = new SQSClient(TIMEOUTS);

/**
 * How long to leave a message alone that was received so often in vain: two seconds at first, three minutes in the end,
 * of which a random half, so that what failed together does not come back together.
 * @param random 0 to 1
 */
export function postponement(receives: number, random: number): number {
  const whole = Math.min(LONGEST_SECONDS, FIRST_SECONDS * 2 ** (receives - 1));
  return Math.ceil(whole / 2 + (random * whole) / 2);
}

/**
 * Lets the failed messages of a batch come again after a while, not only when the queue's visibility time-out is over: soon
 * after a short fault, seldom during a long one. Where that can't be said, they wait for the time-out.
 * @param seconds how long a message is left alone that was received so often in vain
 */
export async function postponeFailures(
  event: SQSEvent,
  response: SQSBatchResponse,
  seconds: (receives: number) => number = (receives) => postponement(receives, Math.random()),
): Promise<void> {
  const failed = new Set(response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  const messages = event.Records.filter(({ messageId }) => failed.has(messageId));
  if (messages.length === 0) return;
  try {
    const url = await queueUrl(messages[0].eventSourceARN);
    for (let at = 0; at < messages.length; at += MOST_IN_A_CALL) {
      await client.send(
        new ChangeMessageVisibilityBatchCommand({
          QueueUrl: url,
          Entries: messages.slice(at, at + MOST_IN_A_CALL).map((message, id) => entryOf(message, id, seconds)),
        }),
      );
    }
  } catch (error) {
    logger.warn('failed messages wait for the visibility time-out', { reason: reasonOf(error) });
  }
}

const urls = new Map<string, string>();

async function queueUrl(arn: string): Promise<string> {
  const known = urls.get(arn);
  if (known) return known;
  const { QueueUrl: url = '' } = await client.send(new GetQueueUrlCommand({ QueueName: arn.split(':').at(-1) }));
  urls.set(arn, url);
  return url;
}

function entryOf(
  { attributes, receiptHandle }: SQSRecord,
  id: number,
  seconds: (receives: number) => number,
): ChangeMessageVisibilityBatchRequestEntry {
  const receives = Number(attributes.ApproximateReceiveCount);
  return { Id: String(id), ReceiptHandle: receiptHandle, VisibilityTimeout: seconds(receives) };
}
