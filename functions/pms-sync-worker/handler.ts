import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { eachMessage } from '../shared/batch/eachMessage.ts';
import { PoisonError } from '../shared/batch/poison.ts';
import { config } from './config.ts';
import { deliver } from './deliver/deliver.ts';
import { onWake } from './debt/onWake.ts';
import { readMessage } from './readMessage.ts';

/** What is left to write when the last call has timed out. */
const RESERVE_MS = 5_000;

/**
 * Tells PMSs of bookings, all of a batch at once: a PMS that is slow or away delays nobody else's. A message is given
 * back only where the tables fail; what a PMS does not take now is owed to it, and what it refuses is a dead letter.
 */
export function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  const deadline = Date.now() + context.getRemainingTimeInMillis() - config.callTimeoutMs - RESERVE_MS;
  return eachMessage(event, (message) => handle(message, deadline), { maxReceives: config.maxReceives });
}

async function handle(record: SQSRecord, deadline: number): Promise<void> {
  const message = readMessage(record.body);
  if ('wake' in message) return onWake(message, { deadline, source: record.eventSourceARN });
  const isRepeat = Number(record.attributes.ApproximateReceiveCount) > 1;
  const result = await deliver({ ...message, isOwed: false, isRedrive: false, isRepeat }, deadline);
  if (result.kind === 'refused') throw new PoisonError(result.reason);
}
