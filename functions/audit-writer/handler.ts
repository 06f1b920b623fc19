import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { AuditEvent } from '../../core/events/auditEvent.ts';
import { auditPool } from '../shared/audit/auditPool.ts';
import { type Fate, recordEvents } from '../shared/audit/recordEvents.ts';
import { eachMessage } from '../shared/batch/eachMessage.ts';
import { PoisonError, reasonOf } from '../shared/batch/poison.ts';
import { postponeFailures } from '../shared/batch/postpone.ts';
import { measure } from '../shared/measure.ts';
import { config } from './config.ts';
import { readBatch } from './readBatch.ts';

/**
 * Writes a batch of booking events into the audit history with one INSERT. While the database is away all messages of
 * the batch fail and come again; what can never be written goes to the dead letters alone.
 */
export async function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const { events, indexOf } = readBatch(event.Records);
  const fates = events.length > 0 ? record(events) : Promise.resolve([]);
  const settle = async ({ messageId }: { messageId: string }) => {
    const at = indexOf(messageId);
    const fate = (await fates)[at];
    if (fate !== null) throw new PoisonError(fate);
  };
  const response = await eachMessage(event, settle, { maxReceives: config.maxReceives });
  await postponeFailures(event, response);
  return response;
}

/** What fails for all of a batch is no message's own fault, so none is poison for it. */
async function record(events: AuditEvent[]): Promise<Fate[]> {
  try {
    return await recordEvents(await auditPool(), events, 'EVENT');
  } catch (cause) {
    measure('AuditWriteFailures', events.length);
    throw new Error(`The batch was not written: ${reasonOf(cause)}`, { cause });
  }
}
