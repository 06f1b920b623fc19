import type { Booking, BookingStatus, CancellationPolicy } from '../../../generated/types.ts';
import { isoInstant } from '../days/instants.ts';
import type { SearchKeys } from '../search/searchKeys.ts';
import { type PaymentItem, toPayment } from './payment.ts';
import { standingOf } from '../lifecycle/standing.ts';
import { type GuestItem, sameGuest, toGuest } from './guest.ts';

export type { GuestItem } from './guest.ts';

export type GroupLabel = { name: string; contact: GuestItem };

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

/** What is booked, and where it is found. */
type Booked = BookingRequest & SearchKeys;

/** One item of the bookings table. Guest data is kept here and nowhere else. */
export type BookingItem = Booked & {
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
  /** While QUEUED: what it is to become, where that is not CONFIRMED. */
  goal?: 'HELD' | 'REQUESTED' | null;
  /** Epoch milliseconds: until when the units of a HELD or REQUESTED booking are its own. Expired from then on. */
  hold_until?: number | null;
  /** Epoch milliseconds: when the hold began, which bounds how far it is extended. */
  held_at?: number | null;
  /** How long the property holds, as it was then. */
  hold_seconds?: number | null;
  /** Key of the sparse index that is sorted by `hold_until`; see holdShard. */
  hold_shard?: string | null;
  /** ISO 8601: when it joined the waiting list. With its id it is its place there; see waitlist.ts. */
  waitlisted_at?: string | null;
  /** It was offered what came free. */
  offered_from_waitlist?: boolean | null;
  /** Partition key of the claim that the guest has by it; see claims.ts. */
  claim?: string | null;
  /** What cancelling costs, as the property had it when the booking was made. */
  cancellation?: CancellationPolicy | null;
  /** Minor units: what cancelling it cost before its guest changed it, where that was anything. */
  least_fee?: number | null;
  /** Minor units, of a cancelled booking. */
  cancel_fee?: number | null;
  /** Cancelled while nothing was sold yet: while it was asked for, or stood in line. */
  never_sold?: true | null;
  /** Absent where the guest pays at the property. */
  payment?: PaymentItem | null;
  /** The guest pays before it is confirmed. */
  prepaid?: boolean | null;
  confirmed_at?: string | null;
  checked_in_at?: string | null;
  checked_out_at?: string | null;
  /** The room type it had before it was moved out of an overbooked night. */
  reassigned_from?: string | null;
  /** Of a booking whose guest was walked: the sister property and the booking there; and there, the booking it was. */
  walked_to?: string | null;
  walked_to_booking?: string | null;
  walked_from?: string | null;
  walked_from_property?: string | null;
  cancel_reason?: string | null;
  cancelled_at?: string | null;
  /** Of a booking that was made with others; see items/group.ts. */
  group_id?: string | null;
  /** Of a group's first booking: what the group is called and who speaks for it, which names people. */
  group?: GroupLabel | null;
  /** In lower case: the contact is found by it. */
  contact_email?: string | null;
  /** Of the request that wrote this version: tells its own retry after an unknown outcome from another's change. */
  change_token?: string | null;
  /** Short, for people; see core/portable/search/reference.ts. Bookings from before there were any have none. */
  reference?: string | null;
  /** Since when nothing of the guest is left in it. */
  erased_at?: string | null;
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

/** Until when the units are held, in ISO 8601; null where they are not. */
export function holdExpiry({ status, hold_until }: BookingItem): string | null {
  return standingOf(status) === 'HELD' && hold_until ? isoInstant(hold_until) : null;
}

type OwnResolvers = 'property' | 'roomType' | 'pmsSync' | 'holdSecondsLeft' | 'messages';

/** `neverSold` is no field of the API: the fields with resolvers of their own find it in their source. */
export type ShownBooking = Omit<Booking, OwnResolvers> & { neverSold: boolean };

/** A booking as the API shows it, but for the fields that have resolvers of their own. */
export function toBooking(item: BookingItem, remaining: number | null): ShownBooking {
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
    guest: toGuest(item.guest),
    nightlyRates: item.nightly_rates,
    totalPrice: { amount: item.total_amount, currency: item.currency },
    remaining,
    refusal: toRefusal(item),
    holdExpiresAt: holdExpiry(item),
    reassignedFrom: item.reassigned_from ?? null,
    cancelReason: item.cancel_reason ?? null,
    cancelledAt: item.cancelled_at ?? null,
    cancellation: item.cancellation ?? null,
    cancellationFee: typeof item.cancel_fee === 'number' ? { amount: item.cancel_fee, currency: item.currency } : null,
    confirmedAt: item.confirmed_at ?? null,
    checkedInAt: item.checked_in_at ?? null,
    checkedOutAt: item.checked_out_at ?? null,
    reference: item.reference ?? null,
    erasedAt: item.erased_at ?? null,
    groupId: item.group_id ?? null,
    payment: item.payment ? toPayment(item.payment) : null,
    createdAt: item.created_at,
    updatedAt: item.updated_at,
    neverSold: item.never_sold ?? false,
  };
}

/**
 * Is this the request that made the booking, sent again by the same caller? Of an erased one nobody can tell any more. One that was
 * made to wait is no repeat of one that was not.
 */
export function isRepeat(
  item: BookingItem,
  wanted: Pick<BookingItem, 'created_by' | 'request' | 'request_guest' | 'waitlisted_at'>,
): boolean {
  if (item.erased_at || !item.waitlisted_at !== !wanted.waitlisted_at) return false;
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
