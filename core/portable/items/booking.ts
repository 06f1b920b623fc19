import type { Booking, BookingStatus } from '../../../generated/types.ts';

export type GuestItem = { name: string; email: string; phone?: string | null };

/**
 * What the client asked for when the booking was made, kept to tell a repeated request from another one under the
 * same id: the booking itself may have changed since.
 */
export type BookingRequest = {
  property_id: string;
  room_type_id: string;
  arrival: string;
  departure: string;
  units: number;
  adults: number;
  children: number;
};

/** One item of the bookings table. Guest data is kept here and nowhere else. */
export type BookingItem = BookingRequest & {
  booking_id: string;
  /** The `sub` of the guest; absent while staff booked for somebody who has not claimed it. */
  guest_id?: string | null;
  /** The `sub` of whoever sent the request. */
  created_by: string;
  status: BookingStatus;
  /** +1 on every write. */
  version: number;
  nights: number;
  nightly_rates: number[];
  total_amount: number;
  currency: string;
  time_zone: string;
  guest: GuestItem;
  request: BookingRequest;
  request_guest: GuestItem;
  /** Minor units that the client was quoted; the queue's worker holds it against today's rates. */
  expected_total?: number | null;
  /** While QUEUED: the line it stands in (property and room type) and its place there; see {@link queueKey}. */
  queue_key?: string | null;
  queued_at?: string | null;
  /** Of a REFUSED booking: the errorType that bookRoom would have answered with, and the words. */
  refusal_type?: string | null;
  refusal_message?: string | null;
  /** Epoch milliseconds: until when the units of a HELD or REQUESTED booking are its own. Expired from then on. */
  hold_until?: number | null;
  /** The room type it had before it was moved out of an overbooked night. */
  reassigned_from?: string | null;
  /** Of a booking whose guest was walked: the sister property and the booking there; and there, the booking it was. */
  walked_to?: string | null;
  walked_to_booking?: string | null;
  walked_from?: string | null;
  cancel_reason?: string | null;
  cancelled_at?: string | null;
  /** Of the request that cancelled: tells its own retry after an unknown outcome from another cancel. */
  cancel_token?: string | null;
  created_at: string;
  updated_at: string;
};

/** The line that buyers of a room type stand in: `queue_key` of the sparse index, and the message group of the queue. */
export function queueKey(propertyId: string, roomTypeId: string): string {
  return `${propertyId}#${roomTypeId}`;
}

/** Why a booking got no room, as the API shows it. */
function toRefusal(item: BookingItem) {
  return item.refusal_type ? { type: item.refusal_type, message: item.refusal_message ?? '' } : null;
}

/** A booking as the API shows it; its property, room type and PMS sync have resolvers of their own. */
export function toBooking(
  item: BookingItem,
  remaining: number | null,
): Omit<Booking, 'property' | 'roomType' | 'pmsSync'> {
  return {
    id: item.booking_id,
    guestId: item.guest_id ?? null,
    status: item.status,
    version: item.version,
    propertyId: item.property_id,
    roomTypeId: item.room_type_id,
    arrival: item.arrival,
    departure: item.departure,
    nights: item.nights,
    units: item.units,
    adults: item.adults,
    children: item.children,
    guest: item.guest,
    nightlyRates: item.nightly_rates,
    totalPrice: { amount: item.total_amount, currency: item.currency },
    remaining,
    refusal: toRefusal(item),
    reassignedFrom: item.reassigned_from ?? null,
    cancelReason: item.cancel_reason ?? null,
    cancelledAt: item.cancelled_at ?? null,
    createdAt: item.created_at,
    updatedAt: item.updated_at,
  };
}

/** Is this the request that made the booking, sent again by the same caller? */
export function isRepeat(
  item: BookingItem,
  wanted: Pick<BookingItem, 'created_by' | 'request' | 'request_guest'>,
): boolean {
  const a = item.request;
  const b = wanted.request;
  const sameStay =
    a.property_id === b.property_id &&
    a.room_type_id === b.room_type_id &&
    a.arrival === b.arrival &&
    a.departure === b.departure;
  const sameParty = a.units === b.units && a.adults === b.adults && a.children === b.children;
  return (
    item.created_by === wanted.created_by &&
    sameStay &&
    sameParty &&
    sameGuest(item.request_guest, wanted.request_guest)
  );
}

function sameGuest(a: GuestItem, b: GuestItem): boolean {
  return a.name === b.name && a.email === b.email && (a.phone ?? null) === (b.phone ?? null);
}
