import { bookingSyncKey } from '../../portable/items/operations.ts';
import type { BookingSyncItem } from '../../portable/items/pmsSync.ts';
import { type BookingSync, NEVER_SYNCED } from './bookingSync.ts';

/** @param item null where the PMS was never told of the booking */
export function readBookingSync(item: BookingSyncItem | null): BookingSync {
  if (item === null) return NEVER_SYNCED;
  const { newest, acknowledged, refused_version, refused_reason, confirmation_number, confirmation_version } = item;
  return {
    newest,
    acknowledged,
    refused: refused_version ? { version: refused_version, reason: refused_reason ?? '' } : null,
    confirmation: confirmation_number ? { number: confirmation_number, version: confirmation_version ?? 0 } : null,
  };
}

export type OfBooking = { propertyId: string; bookingId: string; departure: string };

/** The ledger's item less its revision. It is kept for a year after the stay. @param now ISO 8601 */
export function bookingSyncItem(sync: BookingSync, of: OfBooking, now: string): Omit<BookingSyncItem, 'rev'> {
  return {
    ...bookingSyncKey(of.propertyId, of.bookingId),
    newest: sync.newest,
    acknowledged: sync.acknowledged,
    refused_version: sync.refused?.version,
    refused_reason: sync.refused?.reason,
    confirmation_number: sync.confirmation?.number,
    confirmation_version: sync.confirmation?.version,
    updated_at: now,
    expiry_time: keptUntil(of.departure),
  };
}

const YEAR_SECONDS = 366 * 86_400;

/** Epoch seconds. @param departure `YYYY-MM-DD` */
export function keptUntil(departure: string): number {
  return Date.parse(departure) / 1000 + YEAR_SECONDS;
}
