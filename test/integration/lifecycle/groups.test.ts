import { afterEach, describe, expect, it, vi } from 'vitest';
import { BOOK_GROUP } from '../../support/api/groups.ts';
import { insist } from '../../support/api/insist.ts';
import { ask, faults, guest, type User } from '../../support/cloud/cloud.ts';
import { plusDays } from '../../support/data/days.ts';
import { ADA, book, cancel, groupInput, house, MARY, show, sold, stay, threeRooms } from '../../support/data/group.ts';
import { makeHot, makeHotFor } from '../../support/data/line.ts';

// A crowd takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000 });
afterEach(() => faults.clear());

const refusal = async (user: User, input: object) => (await ask(user, BOOK_GROUP, { input })).errors[0];

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
      contact: { ...input.contact, phone: null },
      totalPrice: { amount: 130_000, currency: 'EUR' },
      kept: null,
    });
    expect(made.bookings).toMatchObject([
      { status: 'CONFIRMED', version: 1, groupId: input.groupId, roomTypeId: 'DLX', units: 2, guest: ADA },
      { roomTypeId: 'DLX', units: 1, guest: MARY, totalPrice: { amount: 20_000 } },
      { roomTypeId: 'STE', adults: 4, nightlyRates: new Array(5).fill(10_000), roomType: { id: 'STE' } },
    ]);
    expect(await sold(propertyId)).toBe('023300000');
    expect(await sold(propertyId, 'STE')).toBe('011111000');
    expect(await show(user, input.groupId)).toEqual(made);
  });

  it('is refused as a whole where one room cannot be had, and the error names it', async () => {
    const propertyId = await house();
    const user = await guest('ada');
    const refused = (rooms: Parameters<typeof groupInput>[1], changes = {}) =>
      refusal(user, groupInput(propertyId, rooms, changes));
    const short = await refused([...threeRooms, { ...stay, guest: MARY }]);
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
      { ...input, contact: MARY },
    ];
    for (const changed of others) {
      expect((await refusal(user, changed)).errorType).toBe('IdempotencyConflict');
    }
    expect((await refusal(await guest('bob'), input)).errorType).toBe('IdempotencyConflict');
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
    // On the middle nights each takes two of the seven.
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

describe('while others stand in line for a page', () => {
  it('a group waits, and goes back in the end with nothing sold', async () => {
    const propertyId = await house();
    const user = await guest('ada');
    const input = groupInput(propertyId, threeRooms);
    await makeHot(propertyId, stay.arrival.slice(0, 7));
    const busy = await refusal(user, input);
    expect(busy).toMatchObject({ errorType: 'BookingContention', errorInfo: { retryable: true } });
    expect(await sold(propertyId)).toBe('000000000');
  });

  it('it is booked once they are served', async () => {
    const propertyId = await house();
    const user = await guest('ada');
    await makeHotFor(2_000, propertyId, stay.arrival.slice(0, 7));
    const made = await book(user, groupInput(propertyId, threeRooms));
    expect(made.bookings).toHaveLength(3);
    expect(await sold(propertyId)).toBe('023300000');
  });
});
