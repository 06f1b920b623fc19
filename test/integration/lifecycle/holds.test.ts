import { describe, expect, it, vi } from 'vitest';
import { APPROVE, CONFIRM, EXTEND, HOLD, RELEASE, SHOW } from '../../support/api/lifecycle.ts';
import { BOOK, CANCEL } from '../../support/api/operations.ts';
import { ask, get, guest, newGuest, staff, type User } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { makeHot } from '../../support/data/line.ts';
import { grid, newProperty } from '../../support/data/property.ts';
import { stayInput } from '../../support/data/stay.ts';
import { until } from '../../support/until.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Over a month end. */
const from = plusDays(monthAhead(3), -1);
const to = plusDays(from, 2);
const stay = { arrival: from, departure: to };

const houseOf = (total: number, bookingPolicy = {}) => newProperty({ from, to, total, bookingPolicy });
const hold = async (user: User, propertyId: string, changes = {}) =>
  (await get(user, HOLD, { input: stayInput({ propertyId, ...stay, ...changes }) })).holdRoom;
const nights = async (propertyId: string) =>
  (await grid(propertyId, from, to)).map(({ available, held, sold }) => [available, held, sold]);
const both = (available: number, held: number, sold: number) => [
  [available, held, sold],
  [available, held, sold],
];
const show = async (user: User, id: string) => (await get(user, SHOW, { id })).booking;
const becomes = (user: User, id: string, status: string) =>
  until(`booking that is ${status}`, async () => {
    const booking = await show(user, id);
    return booking.status === status && booking;
  });
const refused = async (user: User, query: string, variables: object) =>
  (await ask(user, query, variables)).errors.map(({ errorType }) => errorType);

describe('a hold', () => {
  it('moves its units from available to held, counts down, and is confirmed once, however often it is asked for', async () => {
    const propertyId = await houseOf(3);
    const ada = await newGuest();
    const input = stayInput({ propertyId, ...stay, units: 2 });
    const { holdRoom } = await get(ada, HOLD, { input });
    expect(holdRoom).toMatchObject({ id: input.bookingId, status: 'HELD', version: 1, remaining: 1 });
    const seconds = (Date.parse(holdRoom.holdExpiresAt) - Date.parse(holdRoom.updatedAt)) / 1000;
    expect(seconds).toBe(300);
    expect(await nights(propertyId)).toEqual(both(1, 2, 0));
    expect((await get(ada, HOLD, { input })).holdRoom).toMatchObject({ id: input.bookingId, version: 1 });
    const { holdSecondsLeft } = await show(ada, input.bookingId);
    expect(holdSecondsLeft).toBeGreaterThan(200);
    expect(holdSecondsLeft).toBeLessThanOrEqual(300);

    const confirmed = await Promise.all(Array.from({ length: 100 }, () => ask(ada, CONFIRM, { id: input.bookingId })));
    for (const { data, errors } of confirmed) {
      if (errors.length > 0) expect(errors[0].errorType).toBe('BookingContention');
      else expect(data.confirmBooking).toMatchObject({ status: 'CONFIRMED', version: 2, holdExpiresAt: null });
    }
    expect(await show(ada, input.bookingId)).toMatchObject({ status: 'CONFIRMED', version: 2, holdSecondsLeft: null });
    expect(await nights(propertyId)).toEqual(both(1, 0, 2));
    await get(ada, CANCEL, { id: input.bookingId });
    expect(await nights(propertyId)).toEqual(both(3, 0, 0));
  });

  it('is released once, and then neither confirmed, extended nor released', async () => {
    const propertyId = await houseOf(1);
    const ada = await newGuest();
    const { id } = await hold(ada, propertyId);
    expect(await refused(await guest('bob'), HOLD, { input: stayInput({ propertyId, ...stay }) })).toEqual(['SoldOut']);
    expect(await refused(ada, CANCEL, { id })).toEqual(['InvalidState']);
    expect((await get(ada, RELEASE, { id })).releaseHold).toMatchObject({ status: 'RELEASED', holdExpiresAt: null });
    expect(await nights(propertyId)).toEqual(both(1, 0, 0));
    for (const query of [RELEASE, CONFIRM, EXTEND]) expect(await refused(ada, query, { id })).toEqual(['InvalidState']);
    expect(await refused(await guest('bob'), RELEASE, { id })).toEqual(['NotFound']);
    expect(await refused(await staff('desk', propertyId), APPROVE, { id })).toEqual(['InvalidState']);
  });

  it('ends by itself, and from that moment on cannot be confirmed', async () => {
    const propertyId = await houseOf(1, { holdSeconds: 2 });
    const ada = await newGuest();
    const { id, holdExpiresAt } = await hold(ada, propertyId);
    await until(
      'end of the hold',
      async () => (await show(ada, id)).holdSecondsLeft !== null && Date.now() >= Date.parse(holdExpiresAt),
    );
    expect(await refused(ada, CONFIRM, { id })).not.toEqual([]);
    const ended = await becomes(ada, id, 'EXPIRED');
    expect(Date.parse(ended.updatedAt)).toBeGreaterThanOrEqual(Date.parse(holdExpiresAt));
    expect(await nights(propertyId)).toEqual(both(1, 0, 0));
  });

  it('is extended from now on, never shortened, and for no more than a day in all', async () => {
    const propertyId = await houseOf(1, { holdSeconds: 100 });
    const ada = await newGuest();
    const first = await hold(ada, propertyId);
    const { extendHold } = await get(ada, EXTEND, { id: first.id, seconds: 3600 });
    expect(extendHold).toMatchObject({ status: 'HELD', version: 2 });
    expect(Date.parse(extendHold.holdExpiresAt) - Date.parse(extendHold.updatedAt)).toBe(3_600_000);
    const again = (await get(ada, EXTEND, { id: first.id })).extendHold;
    expect(again.holdExpiresAt).toBe(extendHold.holdExpiresAt);
    expect(await refused(ada, EXTEND, { id: first.id, seconds: 86_401 })).toEqual(['InvalidInput']);
    await until('second of the hold to pass', async () => Date.now() > Date.parse(first.updatedAt) + 1_000);
    expect(await refused(ada, EXTEND, { id: first.id, seconds: 86_400 })).toEqual(['LimitExceeded']);
    expect(await show(ada, first.id)).toMatchObject({ version: 3, holdExpiresAt: again.holdExpiresAt });
  });

  it('that was extended outlives the time it had at first', async () => {
    const propertyId = await houseOf(1, { holdSeconds: 2 });
    const ada = await newGuest();
    const { id, holdExpiresAt } = await hold(ada, propertyId);
    const { extendHold } = await get(ada, EXTEND, { id, seconds: 5 });
    const ended = await becomes(ada, id, 'EXPIRED');
    expect(Date.parse(extendHold.holdExpiresAt)).toBeGreaterThan(Date.parse(holdExpiresAt));
    expect(Date.parse(ended.updatedAt)).toBeGreaterThanOrEqual(Date.parse(extendHold.holdExpiresAt));
  });

  it('on a night that many want waits in line, and is held from its turn on', async () => {
    const propertyId = await houseOf(1);
    const ada = await newGuest();
    await makeHot(propertyId, from.slice(0, 7));
    const queued = await hold(ada, propertyId);
    expect(queued).toMatchObject({ status: 'QUEUED', holdExpiresAt: null, holdSecondsLeft: null });
    const held = await becomes(ada, queued.id, 'HELD');
    expect(Date.parse(held.holdExpiresAt) - Date.parse(held.updatedAt)).toBe(300_000);
    expect(await nights(propertyId)).toEqual(both(0, 1, 0));
    const late = await hold(await guest('bob'), propertyId).catch((error: Error) => error.message);
    expect(late).toContain('SoldOut');
    await get(ada, CONFIRM, { id: queued.id });
    expect(await nights(propertyId)).toEqual(both(0, 0, 1));
  });
});

describe('live holds of a guest', () => {
  it('are at most five, also in a crowd of requests; one that ends makes room', async () => {
    const propertyId = await houseOf(20);
    const hoarder = await guest(`hoarder-${propertyId}`);
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => ask(hoarder, HOLD, { input: stayInput({ propertyId, ...stay }) })),
    );
    const held = answers.flatMap(({ data, errors }) => (errors.length === 0 ? [data.holdRoom.id as string] : []));
    for (const { errors } of answers)
      if (errors.length > 0) expect(errors[0].errorType).toMatch(/LimitExceeded|BookingContention/);
    expect(held.length).toBeLessThanOrEqual(5);
    while (held.length < 5) held.push((await hold(hoarder, propertyId)).id);
    // Some of a crowd stand in line first.
    for (const id of held) await becomes(hoarder, id, 'HELD');
    expect(await refused(hoarder, HOLD, { input: stayInput({ propertyId, ...stay }) })).toEqual(['LimitExceeded']);
    expect((await nights(propertyId))[0]).toEqual([15, 5, 0]);
    await get(hoarder, CONFIRM, { id: held[0] });
    await hold(hoarder, propertyId);
    await get(hoarder, RELEASE, { id: held[1] });
    await hold(hoarder, propertyId);
    expect(await refused(hoarder, HOLD, { input: stayInput({ propertyId, ...stay }) })).toEqual(['LimitExceeded']);
  });

  it('that run out make room, and staff may hold for as many guests as come', async () => {
    const propertyId = await houseOf(20, { holdSeconds: 2 });
    const hoarder = await guest(`hoarder-${propertyId}`);
    const held = [];
    for (let at = 0; at < 5; at++) held.push(await hold(hoarder, propertyId));
    await becomes(hoarder, held[4].id, 'EXPIRED');
    expect(await hold(hoarder, propertyId)).toMatchObject({ status: 'HELD' });
    const desk = await staff('desk', propertyId);
    for (let at = 0; at < 7; at++) expect(await hold(desk, propertyId)).toMatchObject({ status: 'HELD' });
  });
});

it('guests of a property that is paid in advance hold first, and confirm nothing that is not paid', async () => {
  const propertyId = await houseOf(1, { payment: 'STRIPE' });
  const ada = await newGuest();
  expect(await refused(ada, BOOK, { input: stayInput({ propertyId, ...stay }) })).toEqual(['InvalidState']);
  const { id } = await hold(ada, propertyId);
  expect(await refused(ada, CONFIRM, { id })).toEqual(['PaymentMismatch']);
  expect(await refused(ada, CONFIRM, { id, paymentReference: 'pi_other' })).toEqual(['PaymentMismatch']);
  expect((await get(await staff('desk', propertyId), CONFIRM, { id })).confirmBooking).toMatchObject({
    status: 'CONFIRMED',
  });
});
