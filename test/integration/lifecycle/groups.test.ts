import { afterEach, describe, expect, it, vi } from 'vitest';
import type { BookingPolicyInput } from '../../../generated/types.ts';
import { BOOK_GROUP, CANCEL_GROUP, GROUP } from '../../support/api/groups.ts';
import { insist } from '../../support/api/insist.ts';
import { CHECK_IN, MODIFY, SHOW } from '../../support/api/lifecycle.ts';
import { CANCEL } from '../../support/api/operations.ts';
import { ask, faults, get, guest, operator, pms, staff, type User } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { groupInput } from '../../support/data/group.ts';
import { grid, newProperty } from '../../support/data/property.ts';

// A crowd takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000 });
afterEach(() => faults.clear());

const from = plusDays(monthAhead(4), -4);
const to = plusDays(from, 9);
const stay = { arrival: plusDays(from, 1), departure: plusDays(from, 4) };
const roomTypes = [{ id: 'DLX' }, { id: 'STE', adults: 4 }];
const ada = { name: 'Ada Lovelace', email: 'ada@example.com', phone: null };
const mary = { name: 'Mary Somerville', email: 'mary@example.com', phone: null };

const house = (total = 3, bookingPolicy?: BookingPolicyInput) =>
  newProperty({ from, to, total, roomTypes, bookingPolicy });
type Input = ReturnType<typeof groupInput>;
const book = async (user: User, input: Input) => (await get(user, BOOK_GROUP, { input })).bookGroup;
const show = async (user: User, id: string) => (await get(user, GROUP, { id })).bookingGroup;
const cancel = async (user: User, id: string, changes = {}) =>
  (await get(user, CANCEL_GROUP, { id, ...changes })).cancelGroup;
const errorOf = async (user: User | null, query: string, variables: object) =>
  (await ask(user, query, variables)).errors[0];
const sold = async (propertyId: string, roomTypeId = 'DLX') =>
  (await grid(propertyId, from, to, roomTypeId)).map((night) => night.sold).join('');

/** Two of one room type over a month end, one of another, three guests. */
const threeRooms = [
  { ...stay, units: 2 },
  { ...stay, arrival: plusDays(stay.arrival, 1), guest: mary },
  { ...stay, departure: plusDays(stay.departure, 2), roomTypeId: 'STE', adults: 4 },
];

describe('a group', () => {
  it('is booked at once, its bookings as any other', async () => {
    const propertyId = await house();
    const user = await guest('ada');
    const input = groupInput(propertyId, threeRooms, { expectedTotal: 130_000 });
    const made = await book(user, input);
    expect(made).toMatchObject({
      id: input.groupId,
      propertyId,
      name: 'Analytical Society',
      contact: input.contact,
      totalPrice: { amount: 130_000, currency: 'EUR' },
      kept: null,
    });
    expect(made.bookings).toMatchObject([
      { status: 'CONFIRMED', version: 1, groupId: input.groupId, roomTypeId: 'DLX', units: 2, guest: ada },
      { roomTypeId: 'DLX', units: 1, guest: mary, totalPrice: { amount: 20_000 } },
      { roomTypeId: 'STE', adults: 4, nightlyRates: new Array(5).fill(10_000), roomType: { id: 'STE' } },
    ]);
    expect(await sold(propertyId)).toBe('023300000');
    expect(await sold(propertyId, 'STE')).toBe('011111000');
    expect(await show(user, input.groupId)).toEqual(made);
  });

  it('is refused as a whole where one room cannot be had, and the error names it', async () => {
    const propertyId = await house();
    const user = await guest('ada');
    const refused = async (rooms: Parameters<typeof groupInput>[1], changes = {}) =>
      errorOf(user, BOOK_GROUP, { input: groupInput(propertyId, rooms, changes) });
    const short = await refused([...threeRooms, { ...stay, guest: mary }]);
    const night = plusDays(stay.arrival, 1);
    expect(short).toMatchObject({
      errorType: 'SoldOut',
      message: `Room 4 (DLX): The night of ${night} is sold out. The rooms before it in the list take what is left.`,
    });
    expect((await refused([stay, { ...stay, units: 4, roomTypeId: 'STE' }])).message).toBe(
      `Room 2 (STE): Only 3 left on the night of ${stay.arrival}.`,
    );
    expect((await refused([{ ...stay, adults: 3 }])).errorType).toBe('CapacityExceeded');
    expect((await refused([stay, { ...stay, roomTypeId: 'NONE' }])).errorType).toBe('NotFound');
    expect((await refused(threeRooms, { expectedTotal: 1 })).errorType).toBe('PriceChanged');
    expect((await refused([])).errorType).toBe('InvalidInput');
    expect((await refused([stay, { ...stay, departure: stay.arrival }])).message).toBe(
      'departure of room 2 must be after arrival of room 2.',
    );
    expect(await sold(propertyId)).toBe('000000000');
    expect(await sold(propertyId, 'STE')).toBe('000000000');
  });

  it('is the same when it is asked for again, and nothing else may have its id', async () => {
    const propertyId = await house();
    const user = await guest('ada');
    const input = groupInput(propertyId, threeRooms);
    const answers = await Promise.all([1, 2, 3].map(() => insist(() => ask(user, BOOK_GROUP, { input }))));
    const [first] = answers;
    expect(first.errors).toEqual([]);
    for (const { data } of answers) expect(data).toEqual(first.data);
    expect(await sold(propertyId)).toBe('023300000');
    const others = [
      { ...input, name: 'Royal Society' },
      { ...input, rooms: input.rooms.slice(1) },
      { ...input, contact: mary },
    ];
    for (const changed of others) {
      expect((await errorOf(user, BOOK_GROUP, { input: changed })).errorType).toBe('IdempotencyConflict');
    }
    expect((await errorOf(await guest('bob'), BOOK_GROUP, { input })).errorType).toBe('IdempotencyConflict');
    expect(await sold(propertyId)).toBe('023300000');
  });

  it('is booked once where the answers of done writes are lost', async () => {
    const propertyId = await house();
    const user = await guest('ada');
    const input = groupInput(propertyId, threeRooms);
    await faults.set({ seed: 3, rules: [{ kind: 'timeoutAfter', operations: ['TransactWriteItems'], rate: 1 }] });
    const made = await book(user, input);
    expect((await faults.counts()).timeoutAfter).toBeGreaterThan(0);
    expect(await cancel(user, input.groupId)).toMatchObject({ kept: [], totalPrice: { amount: 0 } });
    await faults.clear();
    expect((await book(user, input)).bookings.map(({ id }: { id: string }) => id)).toEqual(
      made.bookings.map(({ id }: { id: string }) => id),
    );
    expect(await sold(propertyId)).toBe('000000000');
  });
});

describe('twenty groups at once for the last rooms', () => {
  const rush = async (propertyId: string) => {
    const user = await guest('crowd');
    const rooms = [stay, { ...stay, roomTypeId: 'STE' }, { ...stay, arrival: plusDays(stay.arrival, 1) }];
    const inputs = Array.from({ length: 20 }, () => groupInput(propertyId, rooms));
    const answers = await Promise.all(inputs.map((input) => insist(() => ask(user, BOOK_GROUP, { input }))));
    const kinds = answers.map(({ errors }) => errors[0]?.errorType ?? 'booked');
    expect(kinds.filter((kind) => kind === 'booked')).toHaveLength(3);
    expect(kinds.filter((kind) => kind === 'SoldOut')).toHaveLength(17);
    // Seven on each night of the first type: two groups and a half would fit there, three take six.
    expect(await sold(propertyId)).toBe('036600000');
    expect(await sold(propertyId, 'STE')).toBe('033300000');
  };

  it('sell to exactly those that fit', async () => rush(await house(7)));

  it('sell to exactly those that fit where transactions that overlap cancel one another, as on AWS', async () => {
    const propertyId = await house(7);
    await faults.set({ seed: 1, rules: [], overlap: { inFlightMs: 5 } });
    await rush(propertyId);
    expect((await faults.counts()).overlapConflict).toBeGreaterThan(0);
  });
});
