import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { eachMessage } from '../shared/batch/eachMessage.ts';
import { postponeFailures } from '../shared/batch/postpone.ts';
import { config } from './config.ts';
import { readReminder } from './readReminder.ts';
import { remind } from './remind.ts';

/** Sends the reminders whose schedules have come to their time, each once however often it comes. */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const response = await eachMessage(event, ({ body }) => remind(readReminder(body)), {
    maxReceives: config.maxReceives,
  });
  await postponeFailures(event, response);
  return response;
}
