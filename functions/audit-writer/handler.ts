import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { AuditEvent } from '../../core/events/auditEvent.ts';
import { auditPool } from '../shared/audit/auditPool.ts';
import { type Fate, recordEvents } from '../shared/audit/recordEvents.ts';
import { eachMessage } from '../shared/batch/eachMessage.ts';
import { PoisonError, reasonOf } from '../shared/batch/poison.ts';
import { config } from './config.ts';
import { readBatch } from './readBatch.ts';

/**
 * Writes a batch of booking events into the audit history with one INSERT. While the database is away all messages of
 * the batch fail and come again; what can never be written goes to the dead letters alone.
 */
export function handler(event: SQSEvent): Promise<SQSBatchResponse> {
  const { events, indexOf } = readBatch(event.Records);
  const fates = events.length > 0 ? record(events) : Promise.resolve([]);
  const settle = async ({ messageId }: { messageId: string }) => {
    const at = indexOf(messageId);
    const fate = (await fates)[at];
    if (fate !== null) throw new PoisonError(fate);
  };
  return eachMessage(event, settle, { maxReceives: config.maxReceives });
}

/** What fails for all of a batch is no message's own fault, so none is poison for it. */
async function record(events: AuditEvent[]): Promise<Fate[]> {
  try {
    return await recordEvents(await auditPool(), events, 'EVENT');
  } catch (cause) {
    throw new Error(`The batch was not written: ${reasonOf(cause)}`, { cause });
  }
}
