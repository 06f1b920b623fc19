import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { ask, cloud, get, guest, operator, pms, staff, type User } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { send } from '../../support/api/graphql.ts';
import {
  AVAILABILITY,
  BOOK,
  BOOKING,
  CALENDAR,
  CANCEL,
  PUT_PROPERTY,
  PUT_ROOM_TYPE,
  SET_INVENTORY,
} from '../../support/api/operations.ts';
import { grid, newProperty } from '../../support/data/property.ts';
import { stayInput } from '../../support/data/stay.ts';

const from = monthAhead(2);
const to = plusDays(from, 10);
const LIST = 'query L($propertyId: ID!) { propertyBookings(propertyId: $propertyId) { items { id guest { name } } } }';

let propertyId: string;
let bookingId: string;
let users: Record<'owner' | 'stranger' | 'desk' | 'otherDesk' | 'machine' | 'otherMachine' | 'operator', User>;

beforeAll(async () => {
  propertyId = await newProperty({ from, to });
  const other = await newProperty({ from, to });
  users = {
    owner: await guest('owner'),
    stranger: await guest('stranger'),
    desk: await staff('desk-1', propertyId),
    otherDesk: await staff('desk-2', other),
    machine: await pms('pms-1', propertyId, other),
    otherMachine: await pms('pms-2', other),
    operator: await operator(),
  };
  const input = stayInput({ propertyId, arrival: from, departure: to });
  bookingId = (await get(users.owner, BOOK, { input })).bookRoom.id;
});

describe('a visitor with the API key', () => {
  it('sees properties and availability', async () => {
    const property = await get(null, `{ property(id: "${propertyId}") { id name roomTypes { id adults } } }`);
    expect(property.property).toEqual({ id: propertyId, name: 'Test House', roomTypes: [{ id: 'DLX', adults: 2 }] });
    const free = await get(null, AVAILABILITY, { propertyId, arrival: from, departure: to });
    expect(free.availability.roomTypes[0].available).toBe(4);
    expect(
      (await get(null, '{ properties(city: "PORTO", limit: 1) { items { city } nextToken } }')).properties.items,
    ).toHaveLength(1);
  });

  it.each([
    ['booking', BOOKING, () => ({ id: bookingId })],
    ['bookRoom', BOOK, () => ({ input: stayInput({ propertyId, arrival: from, departure: to }) })],
    ['cancelBooking', CANCEL, () => ({ id: bookingId })],
    ['calendar', CALENDAR, () => ({ propertyId, from, to })],
    ['propertyBookings', LIST, () => ({ propertyId })],
    ['setInventory', SET_INVENTORY, () => ({ input: { propertyId, roomTypeId: 'DLX', from, to, total: 0 } })],
  ])('may not %s', async (field, document, variables) => {
    const { status, errors } = await ask(null, document, variables());
    expect(status).toBe(200);
    expect(errors[0]).toMatchObject({
      errorType: 'Unauthorized',
      message: expect.stringContaining(`Not Authorized to access ${field}`),
    });
  });
});

it('nobody gets in without credentials, or with bad ones', async () => {
  for (const auth of [null, 'da2-nosuchkey', 'not.a.token', `${users.owner.idToken.slice(0, -4)}AAAA`]) {
    const { status, errors } = await send(cloud.graphqlUrl, auth, '{ properties { nextToken } }');
    expect(status).toBe(401);
    expect(errors).toMatchObject([{ errorType: 'UnauthorizedException' }]);
  }
});

describe('somebody else’s booking', () => {
  it.each(['stranger', 'otherDesk', 'otherMachine'] as const)(
    'looks to %s exactly like one that does not exist',
    async (name) => {
      const there = await ask(users[name], BOOKING, { id: bookingId });
      const missing = await ask(users[name], BOOKING, { id: randomUUID() });
      expect(there).toEqual(missing);
      expect(there.data).toEqual({ booking: null });
    },
  );

  it.each(['stranger', 'otherDesk'] as const)('cannot be cancelled by %s, and looks like none', async (name) => {
    const there = await ask(users[name], CANCEL, { id: bookingId });
    const missing = await ask(users[name], CANCEL, { id: randomUUID() });
    expect(there).toEqual(missing);
    expect(there.errors).toMatchObject([{ errorType: 'NotFound', message: 'There is no such booking.' }]);
    expect((await get(users.owner, BOOKING, { id: bookingId })).booking.status).toBe('CONFIRMED');
  });

  it.each(['owner', 'desk', 'machine', 'operator'] as const)('is seen by %s', async (name) => {
    expect((await get(users[name], BOOKING, { id: bookingId })).booking.guest.name).toBe('Ada Lovelace');
  });
});

describe('a property’s calendar, bookings and stock', () => {
  const documents: [string, string, () => object][] = [
    ['calendar', CALENDAR, () => ({ propertyId, from, to })],
    ['propertyBookings', LIST, () => ({ propertyId })],
    ['setInventory', SET_INVENTORY, () => ({ input: { propertyId, roomTypeId: 'DLX', from, to, total: 5 } })],
  ];

  it.each(documents)('%s is open to its staff, its PMS and operators', async (_, document, variables) => {
    for (const name of ['desk', 'machine', 'operator'] as const) await get(users[name], document, variables());
  });

  it.each(documents)('%s is closed to everybody else', async (field, document, variables) => {
    const before = await grid(propertyId, from, to);
    for (const name of ['owner', 'otherDesk', 'otherMachine'] as const) {
      const { errors } = await ask(users[name], document, variables());
      expect(errors).toMatchObject([{ errorType: 'Unauthorized', path: [field] }]);
    }
    expect(await grid(propertyId, from, to)).toEqual(before);
  });
});

it('only operators make properties, and list a guest’s bookings', async () => {
  const property = { id: 'x', name: 'X', city: 'X', country: 'PT', timeZone: 'UTC', currency: 'EUR' };
  const bookings = 'query L($id: ID!) { guestBookings(guestId: $id) { items { id } } }';
  for (const name of ['owner', 'desk', 'machine'] as const) {
    expect((await ask(users[name], PUT_PROPERTY, { input: property })).errors).toMatchObject([
      { errorType: 'Unauthorized' },
    ]);
    expect((await ask(users[name], bookings, { id: users.owner.sub })).errors).toMatchObject([
      { errorType: 'Unauthorized' },
    ]);
  }
  const own = await get(users.operator, bookings, { id: users.owner.sub });
  expect(own.guestBookings.items.map((item: { id: string }) => item.id)).toContain(bookingId);
});

it('staff make room types and book for their own property only; a PMS books nowhere', async () => {
  const roomType = { propertyId, id: 'STE', name: 'Suite', rank: 2, adults: 2 };
  expect((await ask(users.otherDesk, PUT_ROOM_TYPE, { input: roomType })).errors).toMatchObject([
    { errorType: 'Unauthorized' },
  ]);
  expect((await get(users.desk, PUT_ROOM_TYPE, { input: roomType })).putRoomType).toMatchObject({
    id: 'STE',
    version: 1,
    children: 0,
  });
  const input = stayInput({ propertyId, arrival: from, departure: to });
  for (const name of ['otherDesk', 'machine'] as const) {
    expect((await ask(users[name], BOOK, { input })).errors).toMatchObject([{ errorType: 'Unauthorized' }]);
  }
});
