import { beforeAll, expect, it } from 'vitest';
import { ask, get, guest, operator, type User } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { BOOK, CANCEL, PUT_PROPERTY } from '../../support/api/operations.ts';
import { newProperty } from '../../support/data/property.ts';
import { stayInput } from '../../support/data/stay.ts';

const from = monthAhead(2);
const STAYS = 7;
let propertyId: string;
let user: User;
let olga: User;
let ids: string[];

beforeAll(async () => {
  propertyId = await newProperty({ from, to: plusDays(from, 20) });
  [user, olga] = [await guest(`lister-${propertyId}`), await operator()];
  // Made last first, so that the order of making is not the order of arrival.
  const inputs = Array.from({ length: STAYS }, (_, at) =>
    stayInput({ propertyId, arrival: plusDays(from, at), departure: plusDays(from, at + 1) }),
  );
  for (const input of inputs.toReversed()) await get(user, BOOK, { input });
  ids = inputs.map((input) => input.bookingId);
  await get(user, CANCEL, { id: ids[2] });
});

type Page = { items: { id: string }[]; nextToken: string | null };

/** Follows a list to its end. */
async function all(
  as: User,
  field: string,
  args: Record<string, string | number>,
): Promise<{ pages: number; ids: string[] }> {
  const found: string[] = [];
  let nextToken: string | null = null;
  let pages = 0;
  do {
    const text = Object.entries({ ...args, ...(nextToken ? { nextToken: `"${nextToken}"` } : {}) })
      .map(([name, value]) => `${name}: ${value}`)
      .join(', ');
    const page: Page = (await get(as, `{ ${field}(${text}) { items { id } nextToken } }`))[field];
    found.push(...page.items.map((item) => item.id));
    nextToken = page.nextToken;
    pages++;
  } while (nextToken);
  return { pages, ids: found };
}

it('a guest’s bookings come by arrival, page by page, each once', async () => {
  const { pages, ids: found } = await all(user, 'myBookings', { limit: 3 });
  expect(found).toEqual(ids);
  expect(pages).toBeGreaterThanOrEqual(3);
});

it('a range of arrivals excludes its end, and a status leaves the others out', async () => {
  const range = { arrivalFrom: `"${plusDays(from, 1)}"`, arrivalTo: `"${plusDays(from, 4)}"` };
  expect((await all(user, 'myBookings', range)).ids).toEqual(ids.slice(1, 4));
  expect((await all(user, 'myBookings', { ...range, status: 'CANCELLED' })).ids).toEqual([ids[2]]);
  const property = { propertyId: `"${propertyId}"`, ...range, status: 'CONFIRMED' };
  expect((await all(olga, 'propertyBookings', property)).ids).toEqual([ids[1], ids[3]]);
});

it('bookings bring their property and room type', async () => {
  const { myBookings } = await get(
    user,
    '{ myBookings(limit: 1) { items { property { id name } roomType { id property { city } } } } }',
  );
  expect(myBookings.items).toEqual([
    { property: { id: propertyId, name: 'Test House' }, roomType: { id: 'DLX', property: { city: 'Porto' } } },
  ]);
});

it('operators find a guest’s bookings by the guest’s id', async () => {
  expect((await all(olga, 'guestBookings', { guestId: `"${user.sub}"`, limit: 2 })).ids).toEqual(ids);
});

it('properties are found by city, whatever its letter case', async () => {
  const city = `Évora ${propertyId.slice(-6)}`;
  for (const id of ['a', 'b', 'c']) {
    const input = {
      id: `${propertyId}-${id}`,
      name: id,
      city,
      country: 'PT',
      timeZone: 'Europe/Lisbon',
      currency: 'EUR',
    };
    await get(olga, PUT_PROPERTY, { input });
  }
  const { ids: found, pages } = await all(olga, 'properties', { city: `"${city.toUpperCase()}"`, limit: 2 });
  expect(found).toEqual(['a', 'b', 'c'].map((id) => `${propertyId}-${id}`));
  expect(pages).toBe(2);
});

it.each([
  ['limit: 0', /limit must be between 1 and 100/],
  ['limit: 101', /limit must be between 1 and 100/],
  ['arrivalFrom: "2027-02-01", arrivalTo: "2027-02-01"', /arrivalTo must be after arrivalFrom/],
])('myBookings(%s) is refused', async (args, message) => {
  const { errors } = await ask(user, `{ myBookings(${args}) { nextToken } }`);
  expect(errors).toMatchObject([{ errorType: 'InvalidInput', message: expect.stringMatching(message) }]);
});

it('a token that is none is refused, not ignored', async () => {
  const { data, errors } = await ask(user, '{ myBookings(nextToken: "nonsense") { nextToken } }');
  expect(data).toBeNull();
  expect(errors).toHaveLength(1);
});
