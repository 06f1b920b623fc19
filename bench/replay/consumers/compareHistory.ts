import { createConnection, type RowDataPacket } from 'mysql2/promise';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import type { Cloud } from '../../../local/cloud/contract.ts';
import type { Difference } from '../audit/recount.ts';

export type HistoryComparison = { versions: number; differences: Difference[] };

type Row = RowDataPacket & { booking_id: string; versions: number; least: number; most: number; rows: number };

/** As infra names it. */
const DATABASE = 'bookingaudit';

const GROUPED = `SELECT booking_id, COUNT(DISTINCT version) AS versions, MIN(version) AS least, MAX(version) AS most,
  COUNT(*) AS \`rows\` FROM booking_history WHERE property_id IN (?) GROUP BY booking_id`;

/** Is every version of every booking in the audit history, once? */
export async function compareHistory(
  cloud: Pick<Cloud, 'engines'>,
  bookings: BookingItem[],
  propertyIds: string[],
): Promise<HistoryComparison> {
  const { mariadb } = cloud.engines;
  if (!mariadb) return { versions: 0, differences: ['There is no audit history to compare with.'] };
  const connection = await createConnection({ uri: mariadb.url, database: DATABASE, connectTimeout: 5_000 });
  try {
    const [rows] = await connection.query<Row[]>({ sql: GROUPED, timeout: 60_000 }, [propertyIds]);
    const kept = new Map(rows.map((row) => [row.booking_id, row]));
    return {
      versions: rows.reduce((sum, row) => sum + Number(row.rows), 0),
      differences: [
        ...bookings.flatMap((booking) => compare(booking, kept.get(booking.booking_id))),
        ...unknown(rows, bookings),
      ],
    };
  } finally {
    await connection.end();
  }
}

function compare({ booking_id, version }: BookingItem, row: Row | undefined): Difference[] {
  if (!row) return [`Booking ${booking_id} is not in the history.`];
  const [versions, rows] = [Number(row.versions), Number(row.rows)];
  const isWhole = versions === version && rows === version && row.least === 1 && row.most === version;
  if (isWhole) return [];
  return [
    `Booking ${booking_id} has version ${version}, and ${rows} rows in the history from ${row.least} to ${row.most}.`,
  ];
}

function unknown(rows: Row[], bookings: BookingItem[]): Difference[] {
  const known = new Set(bookings.map(({ booking_id }) => booking_id));
  return rows
    .filter(({ booking_id }) => !known.has(booking_id))
    .map(({ booking_id }) => `Booking ${booking_id} is in the history only.`);
}
