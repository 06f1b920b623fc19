import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { readWakeUp, type WakeUp } from '../../core/groupCommit/wakeUp.ts';
import { eachMessage } from '../shared/batch/eachMessage.ts';
import { PoisonError } from '../shared/batch/poison.ts';
import { wake } from '../shared/bookingQueue/wake.ts';
import { comeBackSoon } from './comeBackSoon.ts';
import { config } from './config.ts';
import { deadlineOf } from './deadline.ts';
import { serveLine } from './serveLine.ts';

/**
 * Serves the lines that the messages wake it for, each once, however many messages there are. Nothing is taken from a
 * message but which line it is, so that one that comes again, or late, or never, changes nothing.
 */
export async function handler(event: SQSEvent, context: Context): Promise<SQSBatchResponse> {
  const lines = new Map<string, Promise<void>>();
  const response = await eachMessage(
    event,
    async (message) => {
      const { queueKey } = wakeUpOf(message);
      const line = lines.get(queueKey) ?? serve(mergeWakeUps(queueKey, event), message, context);
      lines.set(queueKey, line);
      await line;
    },
    { maxReceives: Number(config.maxReceives) },
  );
  const failed = new Set(response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
  await Promise.all(event.Records.filter(({ messageId }) => failed.has(messageId)).map(comeBackSoon));
  return response;
}

function wakeUpOf({ body }: SQSRecord): WakeUp {
  const wakeUp = readWakeUp(body);
  if (!wakeUp) throw new PoisonError('The message names no line and bookings.');
  return wakeUp;
}

/** All of whom the batch's messages for one line tell. */
function mergeWakeUps(queueKey: string, { Records }: SQSEvent): WakeUp {
  const wakeUps = Records.flatMap(({ body }) => readWakeUp(body) ?? []).filter((other) => other.queueKey === queueKey);
  return { queueKey, bookingIds: [...new Set(wakeUps.flatMap(({ bookingIds }) => bookingIds))] };
}

/** A line that is too long for one run goes on in the next, behind a message of its own. */
async function serve(wakeUp: WakeUp, { eventSourceARN }: SQSRecord, context: Context): Promise<void> {
  const { served, isEmpty } = await serveLine(wakeUp, deadlineOf(context), eventSourceARN);
  if (isEmpty) return;
  if (served === 0) throw new Error('The time was up before anybody in the line was served.');
  await wake(config.queueUrl, [{ ...wakeUp, id: context.awsRequestId }]);
}
