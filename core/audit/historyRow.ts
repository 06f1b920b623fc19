import type { AuditEvent } from '../events/auditEvent.ts';
import { sqlInstant } from './sqlInstant.ts';

/** How history learnt of a version: of its event, or when reconciliation found that it was missing. */
export type HistorySource = 'EVENT' | 'RECONCILIATION';

/** One row of `booking_history`, as it is written: one version of a booking, without data of its guest. */
export type HistoryRow = {
  booking_id: string;
  version: number;
  event_type: string;
  status: string;
  property_id: string;
  room_type_id: string;
  /** `YYYY-MM-DD`, as `departure`. */
  arrival: string;
  departure: string;
  units: number;
  /** Minor units of `currency`, for all units and nights. */
  total_amount: number;
  currency: string;
  /** Opaque: the guest's account. */
  guest_ref: string | null;
  /** UTC, `YYYY-MM-DD HH:MM:SS.mmm`. */
  occurred_at: string;
  schema_version: number;
  source: HistorySource;
  /** The booking as the event told of it, as JSON. */
  state: string;
};

/** @throws {RangeError} where `occurredAt` is no instant */
export function historyRow(event: AuditEvent, source: HistorySource): HistoryRow {
  const { booking } = event;
  return {
    booking_id: event.bookingId,
    version: event.version,
    event_type: event.type,
    status: booking.status,
    property_id: event.propertyId,
    room_type_id: booking.roomTypeId,
    arrival: booking.arrival,
    departure: booking.departure,
    units: booking.units,
    total_amount: booking.totalPrice.amount,
    currency: booking.totalPrice.currency,
    guest_ref: event.guestRef,
    occurred_at: sqlInstant(event.occurredAt),
    schema_version: event.schemaVersion,
    source,
    state: JSON.stringify(booking),
  };
}
