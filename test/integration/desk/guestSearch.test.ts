import { beforeAll, describe, expect, it } from 'vitest';
import { ask, get, operator, staff, type User } from '../../support/cloud/cloud.ts';
import { eachAtOnce } from '../../../functions/shared/eachAtOnce.ts';
import { MODIFY } from '../../support/api/lifecycle.ts';
import { BOOK, CANCEL } from '../../support/api/operations.ts';
import { makeHot, storedBookings } from '../../support/data/line.ts';
import { until } from '../../support/until.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { pagesOf } from '../../support/data/pages.ts';
import { newProperty } from '../../support/data/property.ts';
import { stayInput } from '../../support/data/stay.ts';
import { storedStay } from '../../support/data/storedStay.ts';

const from = monthAhead(2);
const NIGHTS = 20;

let propertyId: string;
let otherId: string;
let desk: User;
let booked: Record<string, { id: string; reference: string }>;

/** Books one night for somebody, so many days after the first. */
async function book(name: string, days: number, at = propertyId) {
  const guest = { name, email: 'guest@example.com' };
  const input = stayInput({
    propertyId: at,
    arrival: plusDays(from, days),
    departure: plusDays(from, days + 1),
    guest,
  });
  await get(desk, BOOK, { input });
  const { booking } = await get(desk, 'query B($id: ID!) { booking(id: $id) { id reference } }', {
    id: input.bookingId,
  });
  return booking;
}

const NAMES = ['Meike Schulz', 'Ana Meireles', 'João Méïer', 'Anna O’Brien', 'Maria da Silva', '李明'];

beforeAll(async () => {
  const to = plusDays(from, NIGHTS);
  [propertyId, otherId] = [await newProperty({ from, to, total: 500 }), await newProperty({ from, to })];
  desk = await staff(`desk-${propertyId}`, propertyId, otherId);
  booked = {};
  // Made last first, so that the order of making is not the order of arrival.
  for (const [at, name] of [...NAMES.entries()].toReversed()) booked[name] = await book(name, at);
  await book('Ana Meireles', 0, otherId);
});

const found = async (args: Record<string, string | number>) => {
  const pages = await pagesOf(desk, { propertyId: `"${propertyId}"`, ...args });
  const names = new Map(Object.entries(booked).map(([name, { id }]) => [id, name]));
  return pages.flat().map(({ id }) => names.get(id));
};

describe('a search for guests', () => {
  it.each([
    ['mei', ['Meike Schulz', 'Ana Meireles', 'João Méïer']],
    ['MÉI', ['Meike Schulz', 'Ana Meireles', 'João Méïer']],
    ['meireles a', ['Ana Meireles']],
    ['ana  meir', ['Ana Meireles']],
    ['joao', ['João Méïer']],
    ['an', ['Ana Meireles', 'Anna O’Brien']],
    ["o'br", ['Anna O’Brien']],
    ['silva', ['Maria da Silva']],
    ['maria da', ['Maria da Silva']],
    ['da', []],
    ['李', ['李明']],
    ['zz', []],
  ])('by %s finds, by arrival: %j', async (guestName, names) => {
    expect(await found({ guestName: JSON.stringify(guestName) })).toEqual(names);
  });

  it('keeps to the days of arrival and to the status', async () => {
    const args = { guestName: '"mei"', arrivalFrom: `"${plusDays(from, 1)}"`, arrivalTo: `"${plusDays(from, 2)}"` };
    expect(await found(args)).toEqual(['Ana Meireles']);
    expect(await found({ ...args, status: 'CANCELLED' })).toEqual([]);
    expect(await found({ ...args, status: 'CONFIRMED' })).toEqual(['Ana Meireles']);
  });
});

it('a booking is found by its reference, however it is typed, and only at its property', async () => {
  const { reference, id } = booked['Ana Meireles'];
  expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
  const typed = JSON.stringify(`${reference.slice(0, 4).toLowerCase()}-${reference.slice(4)}`);
  expect(await found({ reference: typed })).toEqual(['Ana Meireles']);
  expect(await found({ reference: typed, guestName: '"mei"', status: 'CONFIRMED' })).toEqual(['Ana Meireles']);
  expect(await found({ reference: typed, guestName: '"schulz"' })).toEqual([]);
  expect(await found({ reference: typed, arrivalFrom: `"${plusDays(from, 9)}"` })).toEqual([]);
  expect(await pagesOf(desk, { propertyId: `"${otherId}"`, reference: typed })).toEqual([[]]);
  expect((await get(desk, `{ booking(id: "${id}") { reference } }`)).booking.reference).toBe(reference);
});

it('a repeated request answers the reference that the booking has', async () => {
  const input = stayInput({ propertyId, arrival: from, departure: plusDays(from, 1) });
  const query = 'mutation B($input: BookRoomInput!) { bookRoom(input: $input) { reference } }';
  const answers = await eachAtOnce([1, 2, 3], 3, () => get(desk, query, { input }));
  expect(new Set(answers.map(({ bookRoom }) => bookRoom.reference)).size).toBe(1);
});

describe('hundreds of guests', () => {
  const MATCHES = 260;
  let wanted: string[];

  beforeAll(async () => {
    const bookings = Array.from({ length: MATCHES * 2 }, (_, at) => ({
      property_id: propertyId,
      arrival: plusDays(from, (at * 7) % NIGHTS),
      status: at % 3 === 0 ? ('CANCELLED' as const) : ('CHECKED_OUT' as const),
      // The others lie in the same part of the index, and some fit by both of their words.
      guest: { name: ['Zoé Zylla', 'Zoran Zbik', 'Ana Zylla', 'Zylla Zylla'][at % 4], email: 'z@example.com' },
    }));
    const items = await eachAtOnce(bookings, 20, storedStay);
    wanted = items
      .filter(({ guest }) => guest.name.includes('Zylla'))
      .map(({ arrival, booking_id }) => `${arrival}#${booking_id}`)
      .sort();
  });

  it.each([[7], [100]])('come page by page of %i, by arrival, each once', async (limit) => {
    const pages = await pagesOf(desk, { propertyId: `"${propertyId}"`, guestName: '"zyl"', limit });
    expect(pages.flat().map(({ arrival, id }) => `${arrival}#${id}`)).toEqual(wanted);
    expect(pages.every((page) => page.length <= limit)).toBe(true);
    // No page is left short but the last: the looks at the index go on within a request.
    expect(pages.slice(0, -1).every((page) => page.length === limit)).toBe(true);
  });

  it('end, where a status leaves pages short', async () => {
    const args = { propertyId: `"${propertyId}"`, guestName: '"zyl"', status: 'CANCELLED', limit: 10 };
    const pages = await pagesOf(desk, args);
    expect(pages.flat().length).toBe(
      wanted.length - (await pagesOf(desk, { ...args, status: 'CHECKED_OUT' })).flat().length,
    );
    expect(pages.length).toBeLessThanOrEqual(Math.ceil(wanted.length / 10) + 1);
  });

  it('end, where nobody of many has the name', async () => {
    expect((await pagesOf(desk, { propertyId: `"${propertyId}"`, guestName: '"zy nobody"' })).flat()).toEqual([]);
  });
});

describe('a search is refused', () => {
  it.each([
    ['guestName: "m"', /guestName must have at least two letters/],
    ['guestName: " . "', /guestName must have at least two letters/],
    [`guestName: "${'m'.repeat(201)}"`, /guestName may have at most 200/],
    ['reference: "nonsensical"', /reference must have eight/],
    ['guestName: "mei", nextToken: "nonsense"', /nextToken must be one/],
    ['guestName: "mei", limit: 0', /limit must be between/],
  ])('with %s', async (args, message) => {
    const { errors } = await ask(desk, `{ propertyBookings(propertyId: "${propertyId}", ${args}) { nextToken } }`);
    expect(errors).toMatchObject([{ errorType: 'InvalidInput', message: expect.stringMatching(message) }]);
  });

  it('at somebody else’s property', async () => {
    const stranger = await staff('desk-stranger', otherId);
    for (const args of ['guestName: "mei"', `reference: "${booked['Ana Meireles'].reference}"`]) {
      const { errors } = await ask(
        stranger,
        `{ propertyBookings(propertyId: "${propertyId}", ${args}) { nextToken } }`,
      );
      expect(errors).toMatchObject([{ errorType: 'Unauthorized' }]);
    }
  });

  it('with the token of another search’s days', async () => {
    const list = (more: string) =>
      ask(desk, `{ propertyBookings(propertyId: "${propertyId}", guestName: "mei", limit: 1, ${more}) { nextToken } }`);
    const { data } = await list(`arrivalFrom: "${from}"`);
    const token = data.propertyBookings.nextToken;
    const { errors } = await list(`arrivalFrom: "${plusDays(from, 5)}", nextToken: "${token}"`);
    expect(errors).toMatchObject([{ errorType: 'InvalidInput' }]);
  });
});

it('a cancelled booking is still found', async () => {
  const { id } = await book('Quentin Quist', 3);
  await get(desk, CANCEL, { id });
  const pages = await pagesOf(await operator(), { propertyId: `"${propertyId}"`, guestName: '"quist"' });
  expect(pages.flat().map((item) => item.id)).toEqual([id]);
});

it('who changes name and arrival is found as what they are now', async () => {
  const { id } = await book('Xavier Xu', 5);
  const guest = { name: 'Wanda', email: 'wanda@example.com' };
  await get(desk, MODIFY, { input: { id, guest, arrival: plusDays(from, 2) } });
  const args = {
    propertyId: `"${propertyId}"`,
    arrivalFrom: `"${plusDays(from, 2)}"`,
    arrivalTo: `"${plusDays(from, 3)}"`,
  };
  for (const guestName of ['"xav"', '"xu"']) expect((await pagesOf(desk, { ...args, guestName })).flat()).toEqual([]);
  expect((await pagesOf(desk, { ...args, guestName: '"wan"' })).flat()).toEqual([{ id, arrival: plusDays(from, 2) }]);
  expect((await storedBookings([id]))[0]).toMatchObject({ guest_email: 'wanda@example.com' });
});

it('one that stood in line is found by the keys and the reference it was given there', async () => {
  await makeHot(propertyId, from.slice(0, 7));
  const { id, reference } = await book('Yara Yilmaz', 4);
  const args = { propertyId: `"${propertyId}"`, guestName: '"yil"', status: 'CONFIRMED' };
  const page = await until('confirmed booking', async () => {
    const found = (await pagesOf(desk, args)).flat();
    return found.length > 0 && found;
  });
  expect(page.map((item) => item.id)).toEqual([id]);
  const { booking } = await get(desk, `{ booking(id: "${id}") { version reference } }`);
  expect(booking).toEqual({ version: 2, reference });
});
