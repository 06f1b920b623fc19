import type { AuditEntry, BookingStatus } from '../../generated/types.ts';
import type { EventBooking } from '../events/eventBooking.ts';
import type { HistoryRow } from './historyRow.ts';
import { isoInstant } from './sqlInstant.ts';

/** A row as history answers it. Of the state as JSON, MySQL's driver answers the object and MariaDB's the text. */
export type RecordedRow = Omit<HistoryRow, 'state'> & { state: string | EventBooking; recorded_at: string };

/** One version of a booking as the API shows it. */
export function auditEntry(row: RecordedRow): AuditEntry {
  const state = typeof row.state === 'string' ? (JSON.parse(row.state) as EventBooking) : row.state;
  return {
    bookingId: row.booking_id,
    version: row.version,
    event: row.event_type,
    status: row.status as BookingStatus,
    propertyId: row.property_id,
    roomTypeId: row.room_type_id,
    arrival: row.arrival,
    departure: row.departure,
    units: row.units,
    adults: state.adults,
    children: state.children,
    nightlyRates: state.nightlyRates,
    totalPrice: { amount: row.total_amount, currency: row.currency },
    guestRef: row.guest_ref,
    occurredAt: isoInstant(row.occurred_at),
    recordedAt: isoInstant(row.recorded_at),
    source: row.source,
  };
}
