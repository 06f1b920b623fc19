import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { eachMessage } from '../shared/batch/eachMessage.ts';
import { postponeFailures } from '../shared/batch/postpone.ts';
import { bringInLine } from './bringInLine.ts';
import { carryOut } from './carryOut.ts';
import { config } from './config.ts';
import { readMessage } from './readMessage.ts';
import { readState } from './readState.ts';
import { sweep } from './sweep.ts';

/**
 * Brings the schedules of bookings in line with the tables: of those that messages tell of, and of all that arrive at a
 * property on certain days. What a message says of a booking but its id is not looked at, so its order means nothing.
 */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const response = await eachMessage(
    event,
    async ({ body }) => {
      const message = readMessage(body);
      if ('from' in message) return sweep(message);
      await bringInLine({
        read: () => readState(message),
        carryOut: (plan) => carryOut(message.bookingId, plan),
        now: Date.now,
      });
    },
    { maxReceives: config.maxReceives },
  );
  await postponeFailures(event, response);
  return response;
}
