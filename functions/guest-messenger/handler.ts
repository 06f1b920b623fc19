import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { eachMessage } from '../shared/batch/eachMessage.ts';
import { postponeFailures } from '../shared/batch/postpone.ts';
import { config } from './config.ts';
import { readMessage } from './readMessage.ts';
import { tell } from './tell.ts';

/** Writes to guests what became of their bookings: once for each version and kind, however often a message comes. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const response = await eachMessage(event, handle, { maxReceives: config.maxReceives });
  await postponeFailures(event, response);
  return response;
}

async function handle({ body, attributes }: SQSRecord): Promise<void> {
  const message = await readMessage(body);
  const isLastTry = Number(attributes.ApproximateReceiveCount) >= config.maxReceives;
  if (message) await tell(message, { isLastTry });
}
