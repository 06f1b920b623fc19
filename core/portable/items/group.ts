import type { BookingGroup } from '../../../generated/types.ts';
import { standingOf } from '../lifecycle/standing.ts';
import { MOST_AMOUNT } from '../sale/quote.ts';
import { type BookingItem, toBooking } from './booking.ts';
import { toGuest } from './guest.ts';
import type { OperationsKey } from './operations.ts';

/**
 * Which bookings were made as a group: written with them and never again, so that it can be read at any time. It lies in
 * the operations table: what lies beside bookings is told to subscribers, PMSs and history as a booking. It says nothing of
 * anybody, not even whose it is: name and contact are on the first booking, and go with the guest's data.
 */
export type GroupItem = OperationsKey & {
  group_id: string;
  property_id: string;
  /** In the order of the request. */
  booking_ids: string[];
  created_at: string;
};

/** A booking that a cancellation of its group left as it was, and why. */
export type KeptItem = { booking_id: string; message: string };

/** A group as the API shows it; its bookings have fields with resolvers of their own. */
type GroupAnswer = Omit<BookingGroup, 'bookings'> & { bookings: ReturnType<typeof toBooking>[] };

/**
 * @param bookings all of the group, in its order
 * @param kept null where nothing was to be cancelled
 */
export function toBookingGroup(group: GroupItem, bookings: BookingItem[], kept: KeptItem[] | null): GroupAnswer {
  const label = bookings[0].group;
  return {
    id: group.group_id,
    propertyId: group.property_id,
    name: label ? label.name : null,
    contact: toGuest(label ? label.contact : null),
    bookings: bookings.map((booking) => toBooking(booking, null)),
    totalPrice: totalOf(bookings),
    kept: kept ? kept.map((each) => toKept(each, bookings)) : null,
    createdAt: group.created_at,
  };
}

function totalOf(bookings: BookingItem[]) {
  const standing = bookings.filter(({ status }) => standingOf(status) !== 'NONE');
  const amount = standing.reduce((sum, booking) => sum + booking.total_amount, 0);
  return amount > MOST_AMOUNT ? null : { amount, currency: bookings[0].currency };
}

function toKept({ booking_id, message }: KeptItem, bookings: BookingItem[]) {
  return { id: booking_id, status: bookings.find((booking) => booking.booking_id === booking_id)!.status, message };
}
