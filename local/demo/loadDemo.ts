import { DateTime } from 'luxon';
import type { GraphqlClient } from './client.ts';
import { createHotel, type Operation, setInventory } from './documents.ts';
import { hotels } from './hotels/index.ts';
import { inventoryOf } from './inventory.ts';
import type { Range } from './ranges.ts';

const MONTHS = 18;
/** Requests under way at a time: enough to keep a small machine busy. */
const AT_ONCE = 6;

/**
 * Loads the demo hotels through the API, unless there is a property already.
 * @param operator a client signed in as an operator
 * @returns how many properties, room types and nights were loaded; null when there was something
 */
export async function loadDemo(
  operator: GraphqlClient,
): Promise<{ properties: number; roomTypes: number; nights: number } | null> {
  const { properties } = await operator<{ properties: { items: unknown[] } }>(
    '{ properties(limit: 1) { items { id } } }',
  );
  if (properties.items.length > 0) return null;
  await run(hotels.map(createHotel), operator);
  let nights = 0;
  const loads = hotels.flatMap((hotel) => {
    const range = rangeAt(hotel.property.timeZone);
    nights += nightsIn(range) * hotel.roomTypes.length;
    return hotel.roomTypes.map((roomType) => inventoryOf(hotel, roomType, range));
  });
  await run(loads.map(setInventory), operator);
  return { properties: hotels.length, roomTypes: loads.length, nights };
}

/** From today at the property to the first of the month in a year and a half. */
function rangeAt(timeZone: string): Range {
  const today = DateTime.now().setZone(timeZone);
  return {
    from: today.toFormat('yyyy-MM-dd'),
    to: today.plus({ months: MONTHS }).startOf('month').toFormat('yyyy-MM-dd'),
  };
}

const nightsIn = ({ from, to }: Range): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Sends operations, a few at a time, until all are done or one has failed. */
async function run(operations: Operation[], client: GraphqlClient): Promise<void> {
  const queue = operations.values();
  const worker = async (): Promise<void> => {
    for (const { query, variables } of queue) await client(query, variables);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
