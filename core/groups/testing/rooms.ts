import type { QueuedBooking } from '../../groupCommit/queuedBooking.ts';

const dayOf = (days: number) => new Date(Date.UTC(2027, 0, 1 + days)).toISOString().slice(0, 10);

/** A stay by chance. `first`: days after the 1st of January 2027. */
export type Span = { first: number; nights: number; type: string; units: number };

/** The rooms of a list. */
export function roomsOf(spans: Span[]): QueuedBooking[] {
  return spans.map(({ first, nights, type, units }, at) => ({
    booking_id: `b${at}`,
    currency: 'EUR',
    property_id: 'p',
    room_type_id: type,
    arrival: dayOf(first),
    departure: dayOf(first + nights),
    units,
    adults: 2,
    children: 0,
  }));
}
