import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { eachMessage } from '../shared/batch/eachMessage.ts';
import { postponeFailures } from '../shared/batch/postpone.ts';
import { config } from './config.ts';
import { readMessage } from './readMessage.ts';
import { settle } from './settle.ts';

/**
 * Brings payments and their bookings together: a hold whose order is authorized is confirmed, what was confirmed is
 * captured, what came to nothing is cancelled or given back. A message says where to look and nothing else, so it may come
 * late, twice, or after others.
 */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const response = await eachMessage(event, look, { maxReceives: config.maxReceives });
  await postponeFailures(event, response);
  return response;
}

async function look({ body, attributes }: SQSRecord): Promise<void> {
  await settle(readMessage(body), Number(attributes.ApproximateReceiveCount));
}
