import { randomUUID } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { ask, get, guest, operator, staff, type User } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { BOOKING } from '../../support/api/operations.ts';
import { bookedId, lowerTotal, type Overbooking, overbookingsOf, RESOLVE } from '../../support/data/overbookings.ts';
import { pagesOf } from '../../support/data/pages.ts';
import { grid, newProperty } from '../../support/data/property.ts';

const from = plusDays(monthAhead(5), -1);
const to = plusDays(from, 2);
const WAIT = { timeout: 60_000, interval: 20 };
vi.setConfig({ testTimeout: 180_000 });

const stay = { arrival: from, departure: to };
/** The guest's best choice is a family room; whoever is moved down has a single. */
const house = [
  { id: 'SGL', rank: 1, adults: 1, children: 0 },
  { id: 'DLX', rank: 2 },
];

async function escalated(propertyId: string): Promise<Overbooking> {
  return vi.waitFor(async () => {
    const [night] = await overbookingsOf(propertyId);
    expect(night?.status).toBe('ESCALATED');
    return night;
  }, WAIT);
}

async function resolve(desk: User, input: object) {
  return (await get(desk, RESOLVE, { input })).resolveOverbooking as Overbooking;
}

async function refusal(desk: User, input: object): Promise<string | null> {
  return (await ask(desk, RESOLVE, { input })).errors[0].errorType;
}

/** A house of which two DLX are sold on two nights, and only one is left on the first of them. */
async function overbooked(more: { groupId?: string } = {}) {
  const propertyId = await newProperty({ from, to, total: 2, roomTypes: house, ...more });
  const [ada, desk] = [await guest('ada-desk'), await staff(`desk-${propertyId}`, propertyId)];
  await bookedId(ada, { propertyId, ...stay });
  const bookingId = await bookedId(ada, { propertyId, ...stay, adults: 1 });
  await lowerTotal({ propertyId, from, to: plusDays(from, 1), total: 1 });
  return { propertyId, ada, desk, bookingId, id: (await escalated(propertyId)).id };
}

it('staff move a booking to a lower room type, at the price it has, once', async () => {
  const { propertyId, desk, ada, bookingId, id } = await overbooked();
  const input = { id, action: 'MOVE', bookingId, roomTypeId: 'SGL' };
  const moved = await resolve(desk, input);
  expect(moved).toMatchObject({ status: 'RESOLVED', resolution: { by: 'MOVES', acceptedBy: null }, shortfall: 0 });
  expect(moved.moves).toEqual([{ bookingId, from: 'DLX', to: 'SGL', walkedTo: null, movedBy: desk.sub }]);
  expect(await resolve(desk, input)).toEqual(moved);
  const again = { ...input, roomTypeId: 'DLX' };
  expect(await refusal(desk, again)).toBe('InvalidState');
  const { booking } = await get(ada, BOOKING, { id: bookingId });
  expect(booking).toMatchObject({ roomTypeId: 'SGL', totalPrice: { amount: 20_000 }, version: 2 });
  expect(await grid(propertyId, from, to)).toMatchObject([
    { available: 0, sold: 1 },
    { available: 1, sold: 1 },
  ]);
  expect(await grid(propertyId, from, to, 'SGL')).toMatchObject([
    { available: 1, sold: 1 },
    { available: 1, sold: 1 },
  ]);
});

it('a move by staff is noted on every night that it relieves', async () => {
  const { propertyId, desk, bookingId, id } = await overbooked();
  await lowerTotal({ propertyId, from: plusDays(from, 1), to, total: 1 });
  // With the second one escalated nobody is at its record any more.
  await vi.waitFor(async () => {
    const statuses = (await overbookingsOf(propertyId)).map(({ status }) => status);
    expect(statuses).toEqual(['ESCALATED', 'ESCALATED']);
  }, WAIT);
  await resolve(desk, { id, action: 'MOVE', bookingId, roomTypeId: 'SGL' });
  await vi.waitFor(async () => {
    const all = await overbookingsOf(propertyId);
    expect(all.map(({ status, resolution, moves }) => [status, resolution?.by, moves[0]?.movedBy])).toEqual([
      ['RESOLVED', 'MOVES', desk.sub],
      ['RESOLVED', 'MOVES', desk.sub],
    ]);
  }, WAIT);
});

it('staff walk a guest to a sister property: booked there and cancelled here in one step', async () => {
  const groupId = `group-${randomUUID()}`;
  const sister = await newProperty({ from, to, total: 1, rate: 99_000, groupId });
  const stranger = await newProperty({ from, to, total: 1 });
  const { propertyId, desk, ada, bookingId, id } = await overbooked({ groupId });
  const input = { id, action: 'WALK', bookingId, roomTypeId: 'DLX', propertyId: sister };
  expect(await refusal(desk, { ...input, propertyId: stranger })).toBe('NotFound');
  const walked = await resolve(desk, input);
  expect(walked).toMatchObject({ status: 'RESOLVED', resolution: { by: 'MOVES' } });
  expect(walked.moves).toEqual([{ bookingId, from: 'DLX', to: 'DLX', walkedTo: sister, movedBy: desk.sub }]);
  expect(await resolve(desk, input)).toEqual(walked);
  const { booking } = await get(ada, BOOKING.replace('createdAt', 'cancelReason createdAt'), { id: bookingId });
  expect(booking).toMatchObject({ status: 'CANCELLED', cancelReason: 'Walked to Test House.' });
  const mine = await get(
    ada,
    'query { myBookings(limit: 100) { items { id propertyId status reference totalPrice { amount } } } }',
  );
  const there = mine.myBookings.items.filter((each: { propertyId: string }) => each.propertyId === sister);
  expect(there).toMatchObject([{ status: 'CONFIRMED', totalPrice: { amount: 20_000 } }]);
  const found = await pagesOf(await operator(), { propertyId: `"${sister}"`, guestName: '"lovelace"' });
  expect(found.flat().map((each) => each.id)).toEqual([there[0].id]);
  expect(there[0].reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
  expect(await grid(propertyId, from, to)).toMatchObject([
    { available: 0, sold: 1 },
    { available: 1, sold: 1 },
  ]);
  expect(await grid(sister, from, to)).toMatchObject([
    { available: 0, sold: 1 },
    { available: 0, sold: 1 },
  ]);
});

it('staff accept a night, and hear of it again only where it gets worse', async () => {
  const { propertyId, desk, id } = await overbooked();
  const accepted = await resolve(desk, { id, action: 'ACCEPT' });
  const resolution = { by: 'ACCEPTANCE', acceptedBy: desk.sub, units: 1 };
  expect(accepted).toMatchObject({ status: 'RESOLVED', resolution, shortfall: 1 });
  expect(await resolve(desk, { id, action: 'ACCEPT' })).toEqual(accepted);
  // The page is written and the night is as short as before.
  await lowerTotal({ propertyId, from: plusDays(from, 1), to, total: 3 });
  await lowerTotal({ propertyId, from, to: plusDays(from, 1), total: 0 });
  const worse = await escalated(propertyId);
  expect(worse.shortfall).toBe(2);
  expect(worse.version).toBe(accepted.version + 2);
});

it('what cannot be done is refused with its reason, and changes nothing', async () => {
  const { propertyId, desk, ada, bookingId, id } = await overbooked();
  await lowerTotal({ propertyId, from, to, total: 0, roomTypeId: 'SGL' });
  const move = { id, action: 'MOVE', bookingId, roomTypeId: 'SGL' };
  expect(await refusal(desk, move)).toBe('SoldOut');
  expect(await refusal(desk, { ...move, roomTypeId: 'DLX' })).toBe('InvalidInput');
  expect(await refusal(desk, { ...move, roomTypeId: 'NONE' })).toBe('NotFound');
  expect(await refusal(desk, { ...move, bookingId: randomUUID() })).toBe('NotFound');
  expect(await refusal(desk, { ...move, bookingId: undefined })).toBe('InvalidInput');
  expect(await refusal(desk, { ...move, action: 'WALK' })).toBe('InvalidInput');
  const elsewhere = `${propertyId}#DLX#${plusDays(from, 1)}`;
  expect(await refusal(desk, { ...move, id: elsewhere })).toBe('NotFound');
  expect(await refusal(desk, { ...move, id: 'nothing' })).toBe('InvalidInput');
  const other = await staff('desk-of-another', 'elsewhere');
  for (const user of [other, ada]) expect(await refusal(user, { id, action: 'ACCEPT' })).toBe('Unauthorized');
  expect((await get(ada, BOOKING, { id: bookingId })).booking).toMatchObject({ roomTypeId: 'DLX', version: 1 });
  expect((await overbookingsOf(propertyId))[0]).toMatchObject({ status: 'ESCALATED', moves: [] });
});
