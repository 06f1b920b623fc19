import type { BookGroupInput } from '../../generated/types.ts';
import type { QueuedBooking } from '../groupCommit/queuedBooking.ts';
import type { BookingRequest, GuestItem, GroupLabel } from '../portable/items/booking.ts';
import { guestItem } from '../portable/items/guest.ts';

/** What a booking is named by: for the service, and for people. */
type Member = { bookingId: string; reference: string };

/** One room of the list: what is asked for, and for whom. */
type RoomOrder = Member & { request: BookingRequest; guest: GuestItem };

/** What is to be booked, by whom. Ids of bookings are given by the group's id and the room's place: a repeat has the same. */
export type GroupOrder = {
  groupId: string;
  propertyId: string;
  caller: { id: string; isGuest: boolean };
  label: GroupLabel;
  rooms: RoomOrder[];
  /** Minor units, for all rooms; null where nobody said. */
  expectedTotal: number | null;
};

/** @param members one for each room, in order */
export function orderOf(
  input: BookGroupInput,
  groupId: string,
  caller: GroupOrder['caller'],
  members: Member[],
): GroupOrder {
  const { propertyId, name, contact, expectedTotal } = input;
  const rooms = input.rooms.map((room, at) => ({
    ...members[at],
    guest: guestItem(room.guest, null),
    request: {
      property_id: propertyId,
      room_type_id: room.roomTypeId,
      arrival: room.arrival,
      departure: room.departure,
      units: room.units ?? 1,
      adults: room.adults ?? 1,
      children: room.children ?? 0,
    },
  }));
  const label = { name: name.trim(), contact: guestItem(contact, null) };
  return { groupId, propertyId, caller, label, rooms, expectedTotal: expectedTotal ?? null };
}

/** The rooms as requests that are decided one after the other. @param currency ISO 4217 */
export function requestsOf({ rooms }: Pick<GroupOrder, 'rooms'>, currency: string): QueuedBooking[] {
  return rooms.map(({ bookingId, request }) => ({ ...request, booking_id: bookingId, currency }));
}
