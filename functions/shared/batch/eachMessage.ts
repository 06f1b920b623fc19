import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { logger } from '../logger.ts';
import { type DeadLetter, sendToDeadLetters } from './deadLetters.ts';
import { attempt, isPoison, reasonOf } from './poison.ts';

type Options = {
  /** Of the queue: after this many receives a message is given up with the last failure as its reason. */
  maxReceives: number;
  bury?: (letter: DeadLetter) => Promise<void>;
};

/**
 * Handles the messages of a batch, all at once; those of one FIFO group one after the other. What fails is reported and
 * comes again, with all of its group behind it, so `handle` meets messages more than once. What is poison, and what failed
 * as often as it may, goes to the dead letters with its reason.
 */
export async function eachMessage(
  event: SQSEvent,
  handle: (message: SQSRecord) => Promise<void>,
  { maxReceives, bury = sendToDeadLetters }: Options,
): Promise<SQSBatchResponse> {
  const failed: string[] = [];
  const inOrder = async (messages: SQSRecord[]) => {
    for (const [at, message] of messages.entries()) {
      try {
        await attempt(() => handle(message)).catch((error: unknown) => give(message, error, { maxReceives, bury }));
      } catch (error) {
        logger.error('message failed', { messageId: message.messageId, reason: reasonOf(error) });
        failed.push(...messages.slice(at).map(({ messageId }) => messageId));
        return;
      }
    }
  };
  const lanes = Map.groupBy(event.Records, laneOf);
  await Promise.all([...lanes.values()].map(inOrder));
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
}

const isFifo = ({ eventSourceARN }: SQSRecord): boolean => eventSourceARN.endsWith('.fifo');

/** Only FIFO groups have an order; those of standard queues share fairly. */
const laneOf = (message: SQSRecord): string =>
  isFifo(message) ? `group ${message.attributes.MessageGroupId}` : `message ${message.messageId}`;

async function give(message: SQSRecord, error: unknown, { maxReceives, bury }: Required<Options>): Promise<void> {
  if (!isPoison(error) && Number(message.attributes.ApproximateReceiveCount) < maxReceives) throw error;
  const reason = reasonOf(error);
  logger.error('message is given up', { messageId: message.messageId, reason });
  await bury({
    source: message.eventSourceARN,
    body: message.body,
    reason,
    attributes: attributesOf(message),
    group: groupOf(message),
  });
}

/** Standard queues have groups too, to be fair, and no deduplication. */
function groupOf(message: SQSRecord): DeadLetter['group'] {
  const id = message.attributes.MessageGroupId;
  if (!id) return undefined;
  return isFifo(message) ? { id, deduplicationId: message.messageId } : { id };
}

/** A message's attributes as they were sent; events have them in another spelling. */
function attributesOf({ messageAttributes }: SQSRecord): DeadLetter['attributes'] {
  const all = Object.entries(messageAttributes).map(([name, { dataType, stringValue, binaryValue }]) => {
    const value = binaryValue ? { BinaryValue: Buffer.from(binaryValue, 'base64') } : { StringValue: stringValue };
    return [name, { DataType: dataType, ...value }] as const;
  });
  return Object.fromEntries(all);
}
