import type { BookingStatus, BookingSync, PmsCircuit, PmsKind, PmsSync } from '../../../generated/types.ts';

/** A property's PMS in the operations table. Times are ISO 8601. What is absent never happened, or is over. */
export type PmsStateItem = {
  pk: string;
  sk: string;
  property_id: string;
  listing: string;
  listing_key: string;
  /** +1 on every write: writes that decide by what they read ask for it. */
  rev: number;
  /** As it was when the item was last written by a worker. */
  pms_kind?: PmsKind | null;
  /** Absent: CLOSED. */
  circuit?: PmsCircuit | null;
  failures?: number | null;
  opened_at?: string | null;
  /** Open: until when no call goes. Half-open: until when the probe may report. */
  open_until?: string | null;
  /** Half-open: when the probe began, which is its name. */
  probe?: string | null;
  /** The PMS asked to be left alone until then. */
  paused_until?: string | null;
  owes_since?: string | null;
  /** Bookings that were marked as owed so far. */
  marks?: number | null;
  /** When the message comes that has the debt paid. */
  wake_at?: string | null;
  /** Rounds in a row that left something owed. */
  unpaid_rounds?: number | null;
  last_delivered_at?: string | null;
  last_error?: string | null;
  updated_at: string;
};

/** How far a property's PMS has followed one booking, in the operations table: `BookingSync` of core/pms/sync. */
export type BookingSyncItem = {
  pk: string;
  sk: string;
  rev: number;
  newest: number;
  acknowledged: number;
  refused_version?: number | null;
  refused_reason?: string | null;
  confirmation_number?: string | null;
  confirmation_version?: number | null;
  updated_at: string;
  /** Epoch seconds: long after the stay. */
  expiry_time: number;
};

/** @param item null for a PMS that was never told of anything */
export function toPmsSync(
  propertyId: string,
  kind: PmsKind,
  item: PmsStateItem | null,
): Omit<PmsSync, 'pending' | 'refused'> {
  const circuit = item?.circuit ?? 'CLOSED';
  return {
    propertyId,
    kind,
    circuit,
    failures: item?.failures ?? 0,
    openedAt: item?.opened_at ?? null,
    retryAt: circuit === 'CLOSED' ? (item?.paused_until ?? null) : (item?.open_until ?? null),
    owesSince: item?.owes_since ?? null,
    lastDeliveredAt: item?.last_delivered_at ?? null,
    lastError: item?.last_error ?? null,
    updatedAt: item?.updated_at ?? null,
  };
}

/** Statuses that a PMS hears of; what was never sold is none of its business. */
const TOLD: BookingStatus[] = ['CONFIRMED', 'CHECKED_IN', 'CHECKED_OUT', 'CANCELLED', 'NO_SHOW'];

/** Is a booking a reservation that a PMS hears of? @param neverSold see `never_sold` of the booking */
export function isToldToPms(status: BookingStatus, neverSold: boolean): boolean {
  return TOLD.indexOf(status) >= 0 && !neverSold;
}

type Followed = { version: number; status: BookingStatus; neverSold: boolean };

/** How far the PMS has followed the booking; null where it is not told of it. */
export function toBookingSync(booking: Followed, kind: PmsKind, item: BookingSyncItem | null): BookingSync | null {
  if (!item && (kind === 'NONE' || !isToldToPms(booking.status, booking.neverSold))) return null;
  const newest = Math.max(booking.version, item?.newest ?? 0);
  const acknowledged = item?.acknowledged ?? 0;
  const isRefused = (item?.refused_version ?? 0) >= newest;
  return {
    state: acknowledged >= newest ? 'SYNCED' : isRefused ? 'REFUSED' : 'PENDING',
    newest,
    acknowledged,
    reason: acknowledged < newest && isRefused ? (item?.refused_reason ?? null) : null,
    confirmationNumber: item?.confirmation_number ?? null,
    updatedAt: item?.updated_at ?? null,
  };
}
