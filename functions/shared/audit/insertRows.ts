import type { Pool, ResultSetHeader } from 'mysql2/promise';
import type { HistoryRow } from '../../../core/audit/historyRow.ts';
import { rowKey } from '../../../core/audit/rowKey.ts';
import { ask } from './ask.ts';
import { databaseFault } from './databaseFault.ts';
import { readRows, type StoredRow } from './readRows.ts';

/** Rows by {@link rowKey}: as history holds them now, and why it takes others never. */
export type Inserted = { stored: Map<string, StoredRow>; refused: Map<string, string> };

const COLUMNS = [
  'booking_id',
  'version',
  'event_type',
  'status',
  'property_id',
  'room_type_id',
  'arrival',
  'departure',
  'units',
  'total_amount',
  'currency',
  'guest_ref',
  'occurred_at',
  'schema_version',
  'source',
  'state',
] as const satisfies (keyof HistoryRow)[];

const INSERT = `INSERT INTO booking_history (${COLUMNS.join(', ')}, recorded_at) VALUES `;
const ROW = `(${COLUMNS.map(() => '?').join(', ')}, UTC_TIMESTAMP(3))`;

/** Tries in a row after which no more rows were there than before. Each of the others leaves fewer to be inserted. */
const MOST_IN_VAIN = 4;

/**
 * Adds the rows that history does not hold yet, each of another version, in one INSERT. It changes none: where a row is
 * there already, the statement is refused as a whole, history is asked for what it has, and the rest is inserted. That is
 * rare, so the usual batch takes one round trip. A row that fits into no column is found by halves and refused alone.
 * @throws where the database is away or busy: then some rows may be there, and all may be given again
 */
export async function insertRows(pool: Pool, rows: readonly HistoryRow[]): Promise<Inserted> {
  const stored = new Map<string, StoredRow>();
  let missing = [...rows].sort(byKey);
  let inVain = 0;
  while (missing.length > 0) {
    try {
      await ask<ResultSetHeader>(pool, INSERT + missing.map(() => ROW).join(', '), missing.flatMap(valuesOf));
      for (const row of missing) stored.set(rowKey(row), row);
      break;
    } catch (error) {
      const fault = databaseFault(error);
      if (fault === 'value') return merge(stored, await byHalves(pool, missing, error));
      if (fault === null || inVain === MOST_IN_VAIN) throw error;
    }
    for (const [key, row] of await readRows(pool, missing)) stored.set(key, row);
    const left = missing.filter((row) => !stored.has(rowKey(row)));
    inVain = left.length < missing.length ? 0 : inVain + 1;
    missing = left;
  }
  return { stored, refused: new Map() };
}

const valuesOf = (row: HistoryRow) => COLUMNS.map((column) => row[column]);

/** Writers that take their locks in one order do not wait in a circle. */
function byKey(a: HistoryRow, b: HistoryRow): number {
  if (a.booking_id !== b.booking_id) return a.booking_id < b.booking_id ? -1 : 1;
  return a.version - b.version;
}

async function byHalves(pool: Pool, rows: HistoryRow[], error: unknown): Promise<Inserted> {
  if (rows.length === 1) {
    return { stored: new Map(), refused: new Map([[rowKey(rows[0]), (error as Error).message]]) };
  }
  const middle = rows.length / 2;
  const left = await insertRows(pool, rows.slice(0, middle));
  return merge(left.stored, await insertRows(pool, rows.slice(middle)), left.refused);
}

function merge(stored: Map<string, StoredRow>, more: Inserted, refused: Map<string, string> = new Map()): Inserted {
  return { stored: new Map([...stored, ...more.stored]), refused: new Map([...refused, ...more.refused]) };
}
