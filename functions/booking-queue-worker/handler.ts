import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { readWakeUp, type WakeUp } from '../../core/groupCommit/wakeUp.ts';
import { eachMessage } from '../shared/batch/eachMessage.ts';
import { PoisonError } from '../shared/batch/poison.ts';
import { postponeFailures } from '../shared/batch/postpone.ts';
import { wake } from '../shared/bookingQueue/wake.ts';
import { config } from './config.ts';
import { deadlineOf } from '../shared/deadline.ts';
import { serveLine } from './serveLine.ts';

const LONGEST_SECONDS = 60;
/** Enough for the slowest round of ninety bookings to end, on a busy machine too. */
const MARGIN_MS = 5_000;

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
  await postponeFailures(event, response, afterSeconds);
  return response;
}

/** Short: the line stands still while its message is in flight, and the queue's time-out is made for a worker that was killed. */
const afterSeconds = (receives: number): number => Math.min(LONGEST_SECONDS, 2 ** (receives - 1));

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
  const { served, isEmpty } = await serveLine(wakeUp, deadlineOf(context, MARGIN_MS), eventSourceARN);
  if (isEmpty) return;
  if (served === 0) throw new Error('The time was up before anybody in the line was served.');
  await wake(config.queueUrl, [{ ...wakeUp, id: context.awsRequestId }]);
}
