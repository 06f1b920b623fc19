import type { BookingStatus } from '../../../generated/types.ts';
import { parseDay } from '../days/dates.ts';
import { isoInstant } from '../days/instants.ts';
import type { BookingItem } from '../items/booking.ts';
import type { OperationsKey } from '../items/operations.ts';
import type { Expression, Guard } from '../sale/expressions.ts';
import { type NightShift, shiftPart } from '../sale/shiftNights.ts';
import { type MonthPart, monthParts } from '../sale/stay.ts';
import { type Standing, standingOf } from './standing.ts';

/** What a change does to one calendar page of the booking's property; `guards`: what the page must allow besides. */
export type PageChange = { month: string; roomTypeId: string; shifts: NightShift[]; guards?: Guard[] };

/** What a page that the change does not touch must allow. */
export type PageCheck = { month: string; roomTypeId: string; condition: Expression };

/** What becomes of a booking, and what its property's pages gain or lose by it: to be written together or not at all. */
export type Change = {
  before: BookingItem;
  after: BookingItem;
  pages: PageChange[];
  checks?: PageCheck[];
  /** What the booking had in the operations table, and has no longer. */
  frees?: OperationsKey[];
};

/** The nights from..to-1, both `YYYY-MM-DD`, month by month; none where they are in no order. */
export function partsBetween(from: string, to: string): MonthPart[] {
  return from < to ? monthParts(parseDay(from)!, parseDay(to)!) : [];
}

/** The booking with these attributes, as its next version. @param now epoch milliseconds */
export function nextVersion(booking: BookingItem, changes: Partial<BookingItem>, now: number): BookingItem {
  const written = Object.assign({}, changes, { version: booking.version + 1, updated_at: isoInstant(now) });
  const after = Object.assign({}, booking, written);
  // It was of whoever wrote the version before.
  delete after.change_token;
  return after;
}

/** Under another status; what only those have who wait or hold goes. @param now epoch milliseconds */
export function withStatus(
  booking: BookingItem,
  status: BookingStatus,
  changes: Partial<BookingItem>,
  now: number,
): BookingItem {
  const after = nextVersion(booking, Object.assign({}, changes, { status }), now);
  delete after.queue_key;
  delete after.queued_at;
  delete after.goal;
  if (standingOf(status) === 'HELD') return after;
  delete after.hold_until;
  delete after.held_at;
  delete after.hold_seconds;
  delete after.hold_shard;
  delete after.claim;
  return after;
}

/** The pages' share where the nights from..to-1 of a booking go from one standing to another. */
export function pagesOf(booking: BookingItem, from: string, to: string, was: Standing, is: Standing): PageChange[] {
  if (was === is) return [];
  return partsBetween(from, to).map((part) => ({
    month: part.month,
    roomTypeId: booking.room_type_id,
    shifts: shiftPart(part, booking.units, was, is),
  }));
}

/** The booking under another status, its nights under that status' standing. @param now epoch milliseconds */
export function becomes(
  booking: BookingItem,
  status: BookingStatus,
  changes: Partial<BookingItem>,
  now: number,
): Change {
  const pages = pagesOf(booking, booking.arrival, booking.departure, standingOf(booking.status), standingOf(status));
  return { before: booking, after: withStatus(booking, status, changes, now), pages };
}
