import type { Pool, RowDataPacket } from 'mysql2/promise';
import { eventId } from '../../../core/events/bookingEvent.ts';
import { ask } from './ask.ts';

/** A version of a booking. */
export type BookingVersion = { bookingId: string; version: number };

type Row = RowDataPacket & { booking_id: string; version: number };

const MOST_AT_ONCE = 500;

/**
 * Those of the versions that history lacks, in the order given. It lags behind the bookings by the moment that their
 * events take, so ask only for versions that were written some minutes ago. The present version of a booking can be
 * written anew: `recordEvents(pool, [refillEvent(item)], 'RECONCILIATION')`; older ones are lost.
 * @throws where the database is away
 */
export async function missingVersions<V extends BookingVersion>(pool: Pool, versions: readonly V[]): Promise<V[]> {
  const missing: V[] = [];
  for (let at = 0; at < versions.length; at += MOST_AT_ONCE) {
    const some = versions.slice(at, at + MOST_AT_ONCE);
    const held = await heldOf(pool, some);
    missing.push(...some.filter(({ bookingId, version }) => !held.has(eventId(bookingId, version))));
  }
  return missing;
}

/** Asks by booking: every engine looks that up in the primary key, and a booking has few versions. */
async function heldOf(pool: Pool, versions: readonly BookingVersion[]): Promise<Set<string>> {
  const ids = [...new Set(versions.map(({ bookingId }) => bookingId))];
  const sql = `SELECT booking_id, version FROM booking_history WHERE booking_id IN (${ids.map(() => '?').join(', ')})`;
  const rows = await ask<Row[]>(pool, sql, ids);
  return new Set(rows.map((row) => eventId(row.booking_id, row.version)));
}
