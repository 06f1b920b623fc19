import { describe, expect, it } from 'vitest';
import type { BookGroupInput, GroupRoomInput } from '../../generated/types.ts';
import type { PropertyItem } from '../portable/items/catalog.ts';
import type { Hotel } from '../groupCommit/hotel.ts';
import { hotel as hotelOf, page } from '../groupCommit/testing/fixtures.ts';
import { isSameOrder } from './isSameOrder.ts';
import { itemsOf, sizeRefusal } from './limits.ts';
import { newBookings, newGroup } from './newGroup.ts';
import { orderOf, requestsOf } from './order.ts';
import { planSale } from './planSale.ts';

const NOW = Date.UTC(2027, 0, 1);
const guest = { name: ' Ada Lovelace ', email: 'ada@example.com' };
const caller = { id: 'sub-of-ada', isGuest: true };
const property = { property_id: 'p', currency: 'EUR', time_zone: 'Europe/Lisbon' } as PropertyItem;
const hotel: Hotel = hotelOf([page('2027-03', 3), page('2027-04', 3)]);

const room = (changes: Partial<GroupRoomInput> = {}): GroupRoomInput => ({
  roomTypeId: 'DLX',
  arrival: '2027-03-05',
  departure: '2027-03-08',
  guest,
  ...changes,
});
const input = (rooms: GroupRoomInput[], changes: Partial<BookGroupInput> = {}): BookGroupInput => ({
  propertyId: 'p',
  name: 'Society',
  contact: guest,
  rooms,
  ...changes,
});
const order = (wanted: BookGroupInput, by = caller) =>
  orderOf(
    wanted,
    'g',
    by,
    wanted.rooms.map((_, at) => ({ bookingId: `b${at}`, reference: `R${at}` })),
  );
const plan = (wanted: BookGroupInput) => planSale(requestsOf(order(wanted), 'EUR'), hotel, order(wanted).expectedTotal);

describe('the rooms of a group', () => {
  it('become bookings of the caller, the first of which is called as the group', () => {
    const wanted = input([room(), room({ units: 2, children: 1 })]);
    const planned = plan(wanted);
    if (!('commit' in planned)) throw new Error(planned.refusal.message);
    const bookings = newBookings(order(wanted), planned.commit.grants, property, NOW);
    expect(bookings).toMatchObject([
      {
        booking_id: 'b0',
        reference: 'R0',
        guest_email: 'ada@example.com',
        guest_id: 'sub-of-ada',
        group_id: 'g',
        status: 'CONFIRMED',
        total_amount: 300,
      },
      { booking_id: 'b1', units: 2, children: 1, group_id: 'g', guest: { name: 'Ada Lovelace' }, total_amount: 600 },
    ]);
    const contact = { name: 'Ada Lovelace', email: 'ada@example.com', language: 'en' };
    expect(bookings.map(({ group }) => group)).toEqual([{ name: 'Society', contact }, undefined]);
    expect(newGroup(order(wanted), NOW)).toEqual({
      pk: 'GROUP#g',
      sk: 'GROUP',
      group_id: 'g',
      property_id: 'p',
      booking_ids: ['b0', 'b1'],
      created_at: '2027-01-01T00:00:00.000Z',
    });
  });

  it.each([
    ['more than is left', [room({ units: 2 }), room({ units: 2 })], /^Room 2 \(DLX\): Only 1 left .*2027-03-05\. The/],
    ['more than there is', [room(), room({ units: 4 })], /^Room 2 \(DLX\): Only 3 left on the night of 2027-03-05\.$/],
    ['too large a party', [room({ adults: 3 })], /^Room 1 \(DLX\): One unit takes/],
    ['a room type that is not there', [room(), room(), room({ roomTypeId: 'STE' })], /^Room 3 \(STE\): The property/],
    ['a month that is not loaded', [room({ departure: '2027-05-02' })], /^Room 1 \(DLX\): No calendar .* 2027-05/],
  ])('are refused for %s, and the room is named', (_, rooms, message) => {
    const planned = plan(input(rooms));
    expect('refusal' in planned && planned.refusal.message).toMatch(message);
  });

  it('cost together what was quoted', () => {
    expect(plan(input([room(), room()], { expectedTotal: 600 }))).toHaveProperty('commit');
    expect(plan(input([room(), room()], { expectedTotal: 300 }))).toEqual({
      refusal: { type: 'PriceChanged', message: 'The rooms cost 600 EUR in minor units now, not 300.' },
    });
  });

  it('cost no more than an amount can be', () => {
    const month = page('2027-03', 500);
    const dear = hotelOf([{ ...month, rate: month.rate.map(() => 10_000_000) }]);
    const wanted = (rooms: number) => order(input(Array.from({ length: rooms }, () => room({ units: 30 }))));
    const planned = (rooms: number) => planSale(requestsOf(wanted(rooms), 'EUR'), dear, null);
    expect(planned(2)).toHaveProperty('commit');
    expect(planned(3)).toMatchObject({ refusal: { type: 'LimitExceeded' } });
  });

  it('fit one transaction, or are refused before anything is read', () => {
    const long = (at: number) => room({ roomTypeId: `T${at}`, arrival: '2027-01-31', departure: '2027-05-01' });
    const rooms = (count: number) => order(input(Array.from({ length: count }, (_, at) => long(at))));
    // Nights of four months and the day of departure of a fifth.
    expect(itemsOf(rooms(16))).toBe(1 + 16 + 16 * 5);
    expect(sizeRefusal(rooms(16))).toBeNull();
    expect(sizeRefusal(rooms(17))).toMatchObject({ type: 'LimitExceeded' });
  });
});

describe('a repeat', () => {
  const wanted = input([room(), room({ units: 2 })]);
  const planned = plan(wanted);
  const made = 'commit' in planned ? newBookings(order(wanted), planned.commit.grants, property, NOW) : [];

  it('is the same request of the same caller, whatever became of the bookings', () => {
    expect(isSameOrder(made, order(wanted))).toBe(true);
    const changed = made.map((booking) => ({ ...booking, status: 'CANCELLED' as const, units: 9 }));
    expect(isSameOrder(changed, order(input(wanted.rooms, { expectedTotal: 1 })))).toBe(true);
  });

  it.each([
    ['another name', input(wanted.rooms, { name: 'Club' })],
    ['another contact', input(wanted.rooms, { contact: { ...guest, phone: '+1' } })],
    ['one room less', input(wanted.rooms.slice(0, 1))],
    ['one room more', input([...wanted.rooms, room()])],
    ['the rooms in another order', input(wanted.rooms.toReversed())],
    ['another guest', input([room({ guest: { ...guest, name: 'Mary' } }), wanted.rooms[1]])],
    ['another property', input(wanted.rooms, { propertyId: 'q' })],
  ])('is not one with %s', (_, other) => {
    expect(isSameOrder(made, order(other))).toBe(false);
  });

  it('is not one of another caller, nor of a group whose guest was removed', () => {
    expect(isSameOrder(made, order(wanted, { id: 'sub-of-bob', isGuest: true }))).toBe(false);
    const [{ group: _, ...first }, second] = made;
    expect(isSameOrder([first, second], order(wanted))).toBe(false);
    expect(isSameOrder([], order(wanted))).toBe(false);
  });
});
