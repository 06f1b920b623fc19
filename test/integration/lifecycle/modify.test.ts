import { describe, expect, it, vi } from 'vitest';
import { CHECK_IN, HOLD, MODIFY, SHOW } from '../../support/api/lifecycle.ts';
import { BOOK, SET_INVENTORY } from '../../support/api/operations.ts';
import { ask, get, guest, newGuest, operator, staff, type User } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { grid, newProperty } from '../../support/data/property.ts';
import { stayInput } from '../../support/data/stay.ts';

vi.setConfig({ testTimeout: 120_000 });

const from = plusDays(monthAhead(4), -4);
const to = plusDays(from, 9);
const stay = { arrival: plusDays(from, 1), departure: plusDays(from, 4) };
const roomTypes = [{ id: 'DLX' }, { id: 'STE', adults: 4 }];

const house = (total = 2) => newProperty({ from, to, total, roomTypes });
const book = async (user: User, propertyId: string, changes = {}) =>
  (await get(user, BOOK, { input: stayInput({ propertyId, ...stay, ...changes }) })).bookRoom;
const modify = async (user: User, id: string, changes: object) =>
  (await get(user, MODIFY, { input: { id, ...changes } })).modifyBooking;
const refused = async (user: User, id: string, changes: object) => {
  const before = (await get(user, SHOW, { id })).booking;
  const { errors } = await ask(user, MODIFY, { input: { id, ...changes } });
  expect((await get(user, SHOW, { id })).booking).toEqual(before);
  return errors[0]?.errorType;
};
const sold = async (propertyId: string, roomTypeId = 'DLX') =>
  (await grid(propertyId, from, to, roomTypeId)).map((night) => night.sold).join('');
const price = async (propertyId: string, night: string, rate: number) =>
  get(await operator(), SET_INVENTORY, {
    input: { propertyId, roomTypeId: 'DLX', from: night, to: plusDays(night, 1), rate },
  });

describe('a booking', () => {
  it('moves by a night over a month end: one night back, one taken, at the price of that night', async () => {
    const propertyId = await house();
    const ada = await newGuest();
    const { id } = await book(ada, propertyId);
    expect(await sold(propertyId)).toBe('011100000');
    await price(propertyId, stay.arrival, 77_000);
    await price(propertyId, stay.departure, 12_345);
    const arrival = plusDays(stay.arrival, 1);
    const departure = plusDays(stay.departure, 1);
    const changed = await modify(ada, id, { arrival, departure });
    expect(changed).toMatchObject({ status: 'CONFIRMED', version: 2, arrival, departure, nights: 3 });
    expect(changed.nightlyRates).toEqual([10_000, 10_000, 12_345]);
    expect(changed.totalPrice.amount).toBe(32_345);
    expect(await sold(propertyId)).toBe('001110000');
  });

  it('changes room type, units and guest at once', async () => {
    const propertyId = await house();
    const ada = await newGuest();
    const { id } = await book(ada, propertyId);
    const name = { name: 'Ada King', email: 'ada@example.org', phone: '+351210000000' };
    const changed = await modify(ada, id, { roomTypeId: 'STE', units: 2, adults: 4, guest: name });
    expect(changed).toMatchObject({ roomTypeId: 'STE', units: 2, guest: name, totalPrice: { amount: 60_000 } });
    expect(await sold(propertyId)).toBe('000000000');
    expect(await sold(propertyId, 'STE')).toBe('022200000');
    expect(await modify(ada, id, { units: 1, departure: plusDays(stay.departure, 2) })).toMatchObject({ nights: 5 });
    expect(await sold(propertyId, 'STE')).toBe('011111000');
    const same = await modify(ada, id, { units: 1 });
    expect(same.version).toBe(3);
  });

  it('keeps nights that are closed to others by now, and takes none of them', async () => {
    const propertyId = await house();
    const ada = await newGuest();
    const { id } = await book(ada, propertyId);
    await get(await operator(), SET_INVENTORY, {
      input: { propertyId, roomTypeId: 'DLX', from: plusDays(stay.arrival, 1), to, closed: true },
    });
    expect(await modify(ada, id, { arrival: plusDays(stay.arrival, -1) })).toMatchObject({ nights: 4 });
    expect(await refused(ada, id, { units: 2 })).toBe('Closed');
    expect(await refused(ada, id, { departure: plusDays(stay.departure, 1) })).toBe('Closed');
    expect(await sold(propertyId)).toBe('111100000');
  });

  it('is left as it was where the change is refused', async () => {
    const propertyId = await house();
    const ada = await newGuest();
    const { id } = await book(ada, propertyId);
    await book(ada, propertyId, { arrival: stay.departure, departure: to, units: 2 });
    expect(await refused(ada, id, { departure: plusDays(stay.departure, 1) })).toBe('SoldOut');
    expect(await refused(ada, id, { units: 3 })).toBe('SoldOut');
    expect(await refused(ada, id, { departure: stay.arrival })).toBe('InvalidInput');
    const yesterday = plusDays(new Date().toISOString().slice(0, 10), -2);
    expect(await refused(ada, id, { arrival: yesterday, departure: plusDays(yesterday, 5) })).toBe('InvalidState');
    expect(await refused(ada, id, { adults: 9 })).toBe('CapacityExceeded');
    expect(await refused(ada, id, { roomTypeId: 'NONE' })).toBe('NotFound');
    expect(await refused(ada, id, { units: 2, expectedTotal: 1 })).toBe('PriceChanged');
    expect(await refused(ada, id, { guest: { name: ' ', email: 'a@b.example' } })).toBe('InvalidInput');
    expect((await ask(await guest('bob'), MODIFY, { input: { id, units: 2 } })).errors[0].errorType).toBe('NotFound');
    expect(await sold(propertyId)).toBe('011122222');
  });

  it('changes beside others that want the same nights, and nobody gets what is not there', async () => {
    const propertyId = await house(4);
    const guests = await Promise.all(['a', 'b', 'c', 'd'].map((name) => guest(name)));
    const bookings = await Promise.all(guests.map((user) => book(user, propertyId)));
    const answers = await Promise.all(
      guests.map((user, at) => ask(user, MODIFY, { input: { id: bookings[at].id, units: 2, departure: to } })),
    );
    for (const { errors } of answers)
      expect(['SoldOut', 'BookingContention', undefined]).toContain(errors[0]?.errorType);
    const now = await Promise.all(
      guests.map(async (user, at) => (await get(user, SHOW, { id: bookings[at].id })).booking),
    );
    const nights = await grid(propertyId, from, to);
    for (const { date, sold: units, available, total } of nights) {
      const taken = now.filter(({ arrival, departure }) => arrival <= date && date < departure);
      expect(units).toBe(taken.reduce((sum, booking) => sum + booking.units, 0));
      expect(available).toBe(total - units);
      expect(available).toBeGreaterThanOrEqual(0);
    }
  });
});

it('a hold changes as a hold', async () => {
  const propertyId = await house();
  const ada = await newGuest();
  const { holdRoom } = await get(ada, HOLD, { input: stayInput({ propertyId, ...stay }) });
  const changed = await modify(ada, holdRoom.id, { departure: plusDays(stay.departure, 1), units: 2 });
  expect(changed).toMatchObject({ status: 'HELD', units: 2, nights: 4, holdExpiresAt: holdRoom.holdExpiresAt });
  const nights = (await grid(propertyId, from, to)).map(({ available, held }) => `${available}${held}`);
  expect(nights).toEqual(['20', '02', '02', '02', '02', '20', '20', '20', '20']);
});

it('a guest in the house stays longer, but no night that is over changes', async () => {
  const today = new Date().toISOString().slice(0, 10);
  const propertyId = await newProperty({ from: today, to: plusDays(today, 6), timeZone: 'UTC', roomTypes });
  const desk = await staff('desk', propertyId);
  const { id } = await book(desk, propertyId, { arrival: today, departure: plusDays(today, 2) });
  expect(await modify(desk, id, { roomTypeId: 'STE' })).toMatchObject({ roomTypeId: 'STE' });
  await get(desk, CHECK_IN, { id });
  expect(await modify(desk, id, { departure: plusDays(today, 4) })).toMatchObject({ status: 'CHECKED_IN', nights: 4 });
  expect(await refused(desk, id, { arrival: plusDays(today, -1) })).toBe('InvalidState');
});
