import fc from 'fast-check';
import { beforeAll, expect, it, vi } from 'vitest';
import { get, operator } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { AVAILABILITY, SEARCH, SET_INVENTORY } from '../../support/api/operations.ts';
import { newProperty } from '../../support/data/property.ts';

// Hundreds of requests, on a busy machine.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

const HOUSES = 4;
const DAYS = 45;
const from = plusDays(monthAhead(3), -20);
const ROOM_TYPES = ['DLX', 'STD', 'NONE'];
const ids: string[] = [];

/** A small generator with a fixed seed: houses that refuse now and then, for every reason. */
function* changes(): Generator<object> {
  let state = 7;
  const next = (below: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
  const kinds = [
    () => ({ total: next(3) }),
    () => ({ rate: 5_000 + next(5_000) }),
    () => ({ closed: true }),
    () => ({ closedToArrival: true }),
    () => ({ closedToDeparture: true }),
    () => ({ minStay: 1 + next(5) }),
  ];
  while (true) {
    const first = next(DAYS - 1);
    const range = { from: plusDays(from, first), to: plusDays(from, first + 1 + next(4)) };
    yield { roomTypeId: ROOM_TYPES[next(2)], ...range, ...kinds[next(kinds.length)]() };
  }
}

beforeAll(async () => {
  const olga = await operator();
  const change = changes();
  for (let house = 0; house < HOUSES; house += 1) {
    const roomTypes = [{ id: 'DLX', oversellAllowance: house % 2 }, { id: 'STD' }];
    const propertyId = await newProperty({ from, to: plusDays(from, DAYS), total: 3, roomTypes });
    // A room type without any page.
    const none = { propertyId, id: 'NONE', name: 'None', rank: 3, adults: 9 };
    await get(olga, 'mutation($input: PutRoomTypeInput!) { putRoomType(input: $input) { id } }', { input: none });
    for (let at = 0; at < 25; at += 1) {
      await get(olga, SET_INVENTORY, { input: { propertyId, ...(change.next().value as object) } });
    }
    ids.push(propertyId);
  }
});

type RoomType = { roomTypeId: string; name: string; bookable: boolean; available: number; totalPrice: object };

/** By room type, as both fields show it. */
const shown = (roomTypes: RoomType[]) =>
  Object.fromEntries(roomTypes.map(({ roomTypeId, available, totalPrice }) => [roomTypeId, { available, totalPrice }]));

it('a search answers what availability answers, for every property and room type', async () => {
  const stays = fc.record({
    first: fc.integer({ min: 0, max: DAYS - 1 }),
    nights: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: DAYS })),
    units: fc.integer({ min: 1, max: 4 }),
  });
  let hits = 0;
  await fc.assert(
    fc.asyncProperty(stays, async ({ first, nights, units }) => {
      const stay = { arrival: plusDays(from, first), departure: plusDays(from, first + nights), units };
      const availabilities = await Promise.all(
        ids.map(async (propertyId) => (await get(null, AVAILABILITY, { propertyId, ...stay })).availability),
      );
      const expected = availabilities.flatMap(({ propertyId, roomTypes }) => {
        const bookable = roomTypes.filter((each: RoomType) => each.bookable);
        return bookable.length === 0 ? [] : [[propertyId, shown(bookable)]];
      });
      const input = { propertyIds: ids, ...stay };
      // The cache follows the last changes soon, not at once.
      await expect
        .poll(
          async () => {
            const { items } = (await get(null, SEARCH, { input })).searchAvailability;
            return Object.fromEntries(
              items.map((item: { propertyId: string; roomTypes: RoomType[] }) => [
                item.propertyId,
                shown(item.roomTypes),
              ]),
            );
          },
          { timeout: 40_000 },
        )
        .toEqual(Object.fromEntries(expected));
      hits += expected.length;
    }),
    { numRuns: 60 },
  );
  expect(hits).toBeGreaterThan(20);
});
