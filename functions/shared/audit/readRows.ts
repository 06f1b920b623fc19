import type { Pool, RowDataPacket } from 'mysql2/promise';
import type { StateOfRow } from '../../../core/audit/differences.ts';
import { rowKey, type VersionKey } from '../../../core/audit/rowKey.ts';
import { ask } from './ask.ts';

/** What makes out a version, as history holds it. */
export type StoredRow = VersionKey & StateOfRow;

/** The instant as text with its milliseconds, which the driver leaves out where they are 0. */
const SELECT =
  'SELECT booking_id, version, status, property_id, room_type_id, arrival, departure, units, total_amount, currency, ' +
  'guest_ref, CAST(occurred_at AS CHAR) AS occurred_at FROM booking_history WHERE ';
const KEY = '(booking_id = ? AND version = ?)';

/** Those of the versions that history holds, by {@link rowKey}. */
export async function readRows(pool: Pool, keys: readonly VersionKey[]): Promise<Map<string, StoredRow>> {
  const values = keys.flatMap(({ booking_id, version }) => [booking_id, version]);
  const rows = await ask<(StoredRow & RowDataPacket)[]>(pool, SELECT + keys.map(() => KEY).join(' OR '), values);
  return new Map(rows.map((row) => [rowKey(row), row]));
}
