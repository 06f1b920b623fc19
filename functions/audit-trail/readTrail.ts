import type { Pool, RowDataPacket } from 'mysql2/promise';
import type { RecordedRow } from '../../core/audit/auditEntry.ts';
import { ask } from '../shared/audit/ask.ts';

/** More versions than a booking ever has, and less than one answer may be long. */
const TRAIL = 'SELECT * FROM booking_history WHERE booking_id = ? ORDER BY version LIMIT 1000';

/** @throws where the database is away */
export function readTrail(pool: Pool, bookingId: string): Promise<RecordedRow[]> {
  return ask<(RecordedRow & RowDataPacket)[]>(pool, TRAIL, [bookingId]);
}
