import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import type { Overbooking } from '../../core/portable/items/overbooking.ts';
import { eachRecord } from '../shared/batch/eachRecord.ts';
import { reasonOf } from '../shared/batch/poison.ts';
import { images } from '../shared/batch/streamImages.ts';
import { logger } from '../shared/logger.ts';
import { measure } from '../shared/measure.ts';
import { listOpen } from '../shared/overbookings/listOpen.ts';
import { alertStaff } from './alertStaff.ts';
import { config } from './config.ts';
import { publishOverbooking } from './publishOverbooking.ts';

/**
 * The outbox of the overbookings: what was written to a record is told to subscribers, and staff are alerted when it
 * became theirs. A record that comes again is told again: who gets it knows the version it has.
 */
export async function handler(event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> {
  let hasChanged = false;
  const response = await eachRecord(event, async (record) => {
    const { before, after } = images<Overbooking>(record);
    if (!after) return;
    hasChanged ||= before?.status !== after.status;
    // The alert first: a screen may be looked at later.
    if (after.status === 'ESCALATED' && before?.status !== 'ESCALATED') await alertStaff(after);
    await publishOverbooking(after);
  });
  if (hasChanged) await measureOpen();
  return response;
}

/** What was told is told: the watch measures again within a minute. */
async function measureOpen(): Promise<void> {
  try {
    measure('UnresolvedOverbookings', (await listOpen(config.operationsTable)).length);
  } catch (error) {
    logger.warn('open overbookings could not be counted', { reason: reasonOf(error) });
  }
}
