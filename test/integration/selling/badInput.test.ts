import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ERRORS } from '../../../core/portable/errors.ts';
import { ask, cloud, get, guest, operator, type User } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { post } from '../../support/api/graphql.ts';
import {
  AVAILABILITY,
  BOOK,
  BOOKING,
  CANCEL,
  PUT_PROPERTY,
  PUT_ROOM_TYPE,
  SET_INVENTORY,
} from '../../support/api/operations.ts';
import { grid, newProperty, type Night } from '../../support/data/property.ts';
import { stayInput } from '../../support/data/stay.ts';

const from = monthAhead(2);
const to = monthAhead(6);
let propertyId: string;
let ada: User;
let olga: User;
let before: Night[];

beforeAll(async () => {
  propertyId = await newProperty({ from, to });
  [ada, olga] = [await guest('ada'), await operator()];
  before = await grid(propertyId, from, plusDays(from, 92));
});

afterAll(async () => {
  expect(await grid(propertyId, from, plusDays(from, 92))).toEqual(before);
});

async function refused(
  user: User,
  document: string,
  variables: object,
): Promise<{ errorType: string | null; message: string }> {
  const { status, data, errors } = await ask(user, document, variables);
  expect(status).toBe(200);
  expect(data === null || Object.values(data).every((value) => value === null)).toBe(true);
  expect(errors).toHaveLength(1);
  return errors[0];
}

const yesterday = new Date(Date.now() - 36 * 3_600_000).toISOString().slice(0, 10);

describe('bookRoom refuses', () => {
  const cases: [string, object, keyof typeof ERRORS, RegExp][] = [
    ['a departure that is the arrival', { departure: from }, 'InvalidInput', /departure must be after arrival/],
    [
      'a departure before the arrival',
      { departure: plusDays(from, -1) },
      'InvalidInput',
      /departure must be after arrival/,
    ],
    ['an arrival in the past', { arrival: yesterday, departure: from }, 'InvalidInput', /lies in the past|at most 90/],
    [
      'an arrival just past',
      { arrival: yesterday, departure: plusDays(yesterday, 2) },
      'InvalidInput',
      /lies in the past/,
    ],
    ['more than ninety nights', { departure: plusDays(from, 91) }, 'InvalidInput', /at most 90 nights/],
    ['no units', { units: 0 }, 'InvalidInput', /units must be between 1 and 50/],
    ['too many units', { units: 51 }, 'InvalidInput', /units must be between 1 and 50/],
    ['nobody', { adults: 0 }, 'InvalidInput', /adults must be between/],
    ['children below zero', { children: -1 }, 'InvalidInput', /children must be between/],
    ['a larger party than fits', { adults: 3 }, 'CapacityExceeded', /One unit takes 2 adults and 1 children/],
    ['too many children', { adults: 2, children: 2 }, 'CapacityExceeded', /One unit takes/],
    ['an unknown property', { propertyId: 'nowhere' }, 'NotFound', /no such property/],
    ['an unknown room type', { roomTypeId: 'NONE' }, 'NotFound', /no such room type/],
    [
      'nights with no page',
      { arrival: plusDays(to, 3), departure: plusDays(to, 5) },
      'NotFound',
      /No calendar is loaded for/,
    ],
    ['a malformed property id', { propertyId: 'a#b' }, 'InvalidInput', /propertyId must be 1 to 64/],
    ['a malformed room type id', { roomTypeId: 'x'.repeat(65) }, 'InvalidInput', /roomTypeId must be 1 to 64/],
    ['a malformed booking id', { bookingId: 'mine' }, 'InvalidInput', /bookingId must be a UUID or a ULID/],
    ['an empty booking id', { bookingId: '' }, 'InvalidInput', /bookingId must be a UUID or a ULID/],
    [
      'an over-long name',
      { guest: { name: 'x'.repeat(201), email: 'a@example.com' } },
      'InvalidInput',
      /at most 200 characters/,
    ],
    ['a blank name', { guest: { name: '  ', email: 'a@example.com' } }, 'InvalidInput', /must not be blank/],
    [
      'a language that is none',
      { guest: { name: 'Ada', email: 'a@example.com', language: 'Portuguese (Brazil)' } },
      'InvalidInput',
      /must be a language tag such as en, de or pt-BR/,
    ],
    ['another price than quoted', { expectedTotal: 1 }, 'PriceChanged', /costs 20000 EUR in minor units now, not 1/],
    ['a date with an offset', { arrival: `${from}+01:00` }, 'InvalidInput', /calendar date/],
  ];

  it.each(cases)('%s', async (_, changes, errorType, message) => {
    const input = stayInput({ propertyId, arrival: from, departure: plusDays(from, 2), ...changes });
    const error = await refused(ada, BOOK, { input });
    expect(error).toMatchObject({ errorType, message: expect.stringMatching(message) });
  });

  it.each(['2026-02-30', 'tomorrow', ''])('the malformed date %j, before any resolver runs', async (arrival) => {
    const input = stayInput({ propertyId, arrival, departure: from });
    const { errors } = await ask(ada, BOOK, { input });
    expect(errors).toHaveLength(1);
    expect(errors[0].message).toMatch(/Variable 'arrival' has an invalid value.* as a valid date/);
  });
});

it.each([
  ['availability', AVAILABILITY, { arrival: '2027-01-02', departure: '2027-01-01' }],
  ['availability', AVAILABILITY, { arrival: yesterday, departure: plusDays(yesterday, 1) }],
  ['availability', AVAILABILITY, { arrival: from, departure: plusDays(from, 1), units: 0 }],
])('%s refuses the same', async (_, document, variables) => {
  expect(await refused(ada, document, { propertyId, ...variables })).toMatchObject({ errorType: 'InvalidInput' });
});

it('availability names what it does not know', async () => {
  const stay = { arrival: from, departure: plusDays(from, 1) };
  expect(await refused(ada, AVAILABILITY, { propertyId: 'nowhere', ...stay })).toMatchObject({ errorType: 'NotFound' });
  expect(await refused(ada, AVAILABILITY, { propertyId, roomTypeId: 'NONE', ...stay })).toMatchObject({
    errorType: 'NotFound',
  });
  const beyond = await get(ada, AVAILABILITY, { propertyId, arrival: plusDays(to, -1), departure: plusDays(to, 2) });
  expect(beyond.availability.roomTypes[0]).toMatchObject({
    available: 0,
    bookable: false,
    reason: 'NotFound',
    totalPrice: null,
  });
});

describe('cancelBooking refuses', () => {
  it('a malformed and an unknown id', async () => {
    expect(await refused(ada, CANCEL, { id: 'x' })).toMatchObject({ errorType: 'InvalidInput' });
    expect(await refused(ada, BOOKING, { id: 'x' })).toMatchObject({ errorType: 'InvalidInput' });
    expect(await refused(ada, CANCEL, { id: randomUUID() })).toMatchObject({ errorType: 'NotFound' });
  });

  it('to cancel twice, and an over-long reason', async () => {
    const input = stayInput({ propertyId, arrival: from, departure: plusDays(from, 1) });
    await get(ada, BOOK, { input });
    const long = { id: input.bookingId, reason: 'x'.repeat(501) };
    expect(await refused(ada, CANCEL, long)).toMatchObject({ errorType: 'InvalidInput' });
    await get(ada, CANCEL, { id: input.bookingId });
    expect(await refused(ada, CANCEL, { id: input.bookingId })).toMatchObject({
      errorType: 'InvalidState',
      message: 'The booking is already cancelled.',
    });
  });
});

describe('setInventory refuses', () => {
  const cases: [string, object, RegExp][] = [
    ['nothing to set', { total: undefined }, /Nothing to set/],
    ['an empty range', { to: from }, /to must be after from/],
    ['a range over two years', { to: plusDays(from, 733) }, /at most 732 nights/],
    ['the past', { from: yesterday, to: plusDays(yesterday, 1) }, /lies in the past/],
    ['the far future', { from: plusDays(from, 1400), to: plusDays(from, 1401) }, /three years ahead/],
    ['a negative total', { total: -1 }, /total must be between 0 and 10000/],
    ['a negative rate', { rate: -1 }, /rate must be between/],
    ['no minimum stay at all', { minStay: 0 }, /minStay must be between 1 and 90/],
    ['no weekdays', { weekdays: [] }, /weekdays must name at least one/],
  ];

  it.each(cases)('%s', async (_, changes, message) => {
    const input = { propertyId, roomTypeId: 'DLX', from, to: plusDays(from, 3), total: 9, ...changes };
    const error = await refused(olga, SET_INVENTORY, { input });
    expect(error).toMatchObject({ errorType: 'InvalidInput', message: expect.stringMatching(message) });
  });

  it('what it does not know', async () => {
    const range = { from, to: plusDays(from, 1), total: 9 };
    for (const ids of [
      { propertyId: 'nowhere', roomTypeId: 'DLX' },
      { propertyId, roomTypeId: 'NONE' },
    ]) {
      expect(await refused(olga, SET_INVENTORY, { input: { ...ids, ...range } })).toMatchObject({
        errorType: 'NotFound',
      });
    }
  });
});

describe('putProperty and putRoomType refuse', () => {
  const property = { id: 'bad', name: 'Bad', city: 'Bad', country: 'PT', timeZone: 'Europe/Lisbon', currency: 'EUR' };

  it.each([
    [{ timeZone: 'Mars/Base' }],
    [{ currency: 'euro' }],
    [{ country: 'Portugal' }],
    [{ name: '' }],
    [{ location: { latitude: 91, longitude: 0 } }],
    [{ homeRegion: 'here' }],
    [{ id: 'a b' }],
    [{ bookingPolicy: { holdSeconds: 0 } }],
    [{ bookingPolicy: { requestSeconds: 1_209_601 } }],
    [{ bookingPolicy: { cancellation: { freeUntilDays: 1, feePercent: 101 } } }],
  ])('%j', async (changes) => {
    expect(await refused(olga, PUT_PROPERTY, { input: { ...property, ...changes } })).toMatchObject({
      errorType: 'InvalidInput',
    });
  });

  it('another currency or time zone for a property that has bookings', async () => {
    const same = { ...property, id: propertyId };
    expect(await refused(olga, PUT_PROPERTY, { input: { ...same, currency: 'USD' } })).toMatchObject({
      errorType: 'InvalidState',
    });
    expect(await refused(olga, PUT_PROPERTY, { input: { ...same, timeZone: 'UTC' } })).toMatchObject({
      errorType: 'InvalidState',
    });
  });

  it('a room type of no property, or for nobody', async () => {
    const roomType = { propertyId, id: 'X', name: 'X', rank: 1, adults: 2 };
    expect(await refused(olga, PUT_ROOM_TYPE, { input: { ...roomType, propertyId: 'nowhere' } })).toMatchObject({
      errorType: 'NotFound',
    });
    expect(await refused(olga, PUT_ROOM_TYPE, { input: { ...roomType, adults: 0 } })).toMatchObject({
      errorType: 'InvalidInput',
    });
  });
});

it('sales for a property at home in another Region are sent there', async () => {
  const id = `test-${randomUUID()}`;
  const input = {
    id,
    name: 'Far',
    city: 'Far',
    country: 'SG',
    timeZone: 'Asia/Singapore',
    currency: 'SGD',
    homeRegion: 'ap-southeast-1',
  };
  await get(olga, PUT_PROPERTY, { input });
  await get(olga, PUT_ROOM_TYPE, { input: { propertyId: id, id: 'DLX', name: 'Deluxe', rank: 1, adults: 2 } });
  const wrong = { errorType: 'WrongRegion', message: expect.stringContaining('ap-southeast-1') };
  const stay = stayInput({ propertyId: id, arrival: from, departure: plusDays(from, 1) });
  expect(await refused(ada, BOOK, { input: stay })).toMatchObject(wrong);
  const stock = { propertyId: id, roomTypeId: 'DLX', from, to, total: 1 };
  expect(await refused(olga, SET_INVENTORY, { input: stock })).toMatchObject(wrong);
});

describe('what is no request at all', () => {
  it.each([
    ['', 'MalformedHttpRequestException', /Request body is empty/],
    ['not json', 'MalformedHttpRequestException', /Unable to parse GraphQL query/],
    ['[]', 'MalformedHttpRequestException', /Unable to parse GraphQL query/],
    ['{}', 'MalformedHttpRequestException', /Unable to parse GraphQL query/],
  ])('%j is a 400', async (body, errorType, message) => {
    const { status, errors } = await post(cloud.graphqlUrl, ada.idToken, body);
    expect(status).toBe(400);
    expect(errors).toMatchObject([{ errorType, message: expect.stringMatching(message) }]);
  });

  it('a query too deep', async () => {
    const deep = `{ property(id: "${propertyId}") { ${'roomTypes { property { '.repeat(10)} id ${'} } '.repeat(10)} } }`;
    const { data, errors } = await ask(null, deep);
    expect(errors[0]).toMatchObject({ errorType: 'QueryDepthLimitReached', message: expect.stringMatching(/depth/i) });
    expect(data.property.roomTypes[0].property).not.toBeUndefined();
  });

  it('an unknown field, in AppSync’s words', async () => {
    const { status, errors } = await ask(ada, '{ nothing }');
    expect(status).toBe(200);
    expect(errors[0].message).toBe(
      "Validation error of type FieldUndefined: Field 'nothing' in type 'Query' is undefined @ 'nothing'",
    );
  });
});
