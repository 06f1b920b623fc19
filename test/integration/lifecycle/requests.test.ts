import { beforeAll, describe, expect, it, vi } from 'vitest';
import { APPROVE, CONFIRM, DECLINE, HOLD, RELEASE, REQUEST, SHOW } from '../../support/api/lifecycle.ts';
import { BOOK, CANCEL } from '../../support/api/operations.ts';
import { ask, get, guest, staff, type User } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { grid, newProperty } from '../../support/data/property.ts';
import { stayInput } from '../../support/data/stay.ts';
import { until } from '../../support/until.ts';

vi.setConfig({ testTimeout: 120_000 });

const from = plusDays(monthAhead(5), -1);
const to = plusDays(from, 2);
const stay = { arrival: from, departure: to };

let ada: User;
let bob: User;
beforeAll(async () => {
  [ada, bob] = await Promise.all([guest('ada'), guest('bob')]);
});

const houseOf = (total: number, policy = {}) =>
  newProperty({ from, to, total, bookingPolicy: { mode: 'ON_REQUEST', ...policy } });
const request = async (user: User, propertyId: string, changes = {}) =>
  (await get(user, REQUEST, { input: stayInput({ propertyId, ...stay, ...changes }) })).requestBooking;
const settled = (user: User, id: string) =>
  until('request that left the line', async () => {
    const { booking } = await get(user, SHOW, { id });
    return booking.status !== 'QUEUED' && booking;
  });
const requested = async (user: User, propertyId: string) => settled(user, (await request(user, propertyId)).id);
const nights = async (propertyId: string) =>
  (await grid(propertyId, from, to)).map(({ available, held, sold }) => `${available}${held}${sold}`);
const refused = async (user: User, query: string, variables: object) =>
  (await ask(user, query, variables)).errors[0]?.errorType;

describe('a request', () => {
  it('is found at once, holds its units from its turn on, and is sold by the property’s yes', async () => {
    const propertyId = await houseOf(1, { requestSeconds: 600 });
    const desk = await staff('desk', propertyId);
    const queued = await request(ada, propertyId);
    expect(queued).toMatchObject({ status: 'QUEUED', version: 1 });
    expect((await get(ada, SHOW, { id: queued.id })).booking).toMatchObject({ id: queued.id });
    const asked = await settled(ada, queued.id);
    expect(asked.status).toBe('REQUESTED');
    const deadline = Date.parse(asked.holdExpiresAt) - Date.parse(queued.updatedAt);
    expect(deadline).toBe(600_000);
    expect(await nights(propertyId)).toEqual(['010', '010']);
    expect(await refused(ada, APPROVE, { id: queued.id })).toBe('Unauthorized');
    expect(await refused(ada, RELEASE, { id: queued.id })).toBe('InvalidState');
    expect(await refused(ada, CONFIRM, { id: queued.id })).toBe('InvalidState');
    expect(await refused(await staff('other', 'elsewhere'), APPROVE, { id: queued.id })).toBe('NotFound');
    const { approveBooking } = await get(desk, APPROVE, { id: queued.id });
    expect(approveBooking).toMatchObject({ status: 'CONFIRMED', holdExpiresAt: null });
    expect(await nights(propertyId)).toEqual(['001', '001']);
    expect(await refused(desk, APPROVE, { id: queued.id })).toBe('InvalidState');
  });

  it('is declined with the property’s reason, or cancelled by the guest, and its nights are free again', async () => {
    const propertyId = await houseOf(2);
    const desk = await staff('desk', propertyId);
    const first = await requested(ada, propertyId);
    const second = await requested(bob, propertyId);
    expect(await nights(propertyId)).toEqual(['020', '020']);
    const { declineBooking } = await get(desk, DECLINE, { id: first.id, reason: 'We renovate.' });
    expect(declineBooking).toMatchObject({
      status: 'DECLINED',
      refusal: { type: 'Declined', message: 'We renovate.' },
    });
    await get(bob, CANCEL, { id: second.id });
    expect(await nights(propertyId)).toEqual(['200', '200']);
    expect(await refused(desk, APPROVE, { id: second.id })).toBe('InvalidState');
  });

  it('that nobody answers runs out by the property’s deadline, and can be approved no more', async () => {
    const propertyId = await houseOf(1, { requestSeconds: 3 });
    const desk = await staff('desk', propertyId);
    const { id } = await requested(ada, propertyId);
    const ended = await until('end of the request', async () => {
      const { booking } = await get(ada, SHOW, { id });
      return booking.status === 'EXPIRED' && booking;
    });
    expect(ended.holdExpiresAt).toBeNull();
    expect(await refused(desk, APPROVE, { id })).toBe('InvalidState');
    expect(await nights(propertyId)).toEqual(['100', '100']);
  });

  it('for the last unit is held for one of two guests, and declined with its reason for the other', async () => {
    const propertyId = await houseOf(1);
    const both = await Promise.all([requested(ada, propertyId), requested(bob, propertyId)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['DECLINED', 'REQUESTED']);
    const declined = both.find(({ status }) => status === 'DECLINED');
    expect(declined.refusal.type).toBe('SoldOut');
    expect(await nights(propertyId)).toEqual(['010', '010']);
  });
});

describe('of one guest, property and room type', () => {
  it('there is one open request at a time, also in a crowd', async () => {
    const propertyId = await houseOf(9);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => ask(ada, REQUEST, { input: stayInput({ propertyId, ...stay }) })),
    );
    const taken = answers.filter(({ errors }) => errors.length === 0);
    expect(taken).toHaveLength(1);
    for (const { errors } of answers) if (errors.length > 0) expect(errors[0].errorType).toBe('LimitExceeded');
    const { id } = await settled(ada, taken[0].data.requestBooking.id);
    await get(ada, CANCEL, { id });
    expect(await requested(ada, propertyId)).toMatchObject({ status: 'REQUESTED' });
  });

  it('one that found no room makes way for the next', async () => {
    const propertyId = await houseOf(1);
    await requested(bob, propertyId);
    expect((await requested(ada, propertyId)).status).toBe('DECLINED');
    expect((await requested(ada, propertyId)).status).toBe('DECLINED');
  });
});

it('guests book as the property offers it, and staff as they like', async () => {
  const onRequest = await houseOf(3);
  const instant = await newProperty({ from, to, total: 3 });
  const input = stayInput({ propertyId: onRequest, ...stay });
  expect(await refused(ada, BOOK, { input })).toBe('InvalidState');
  expect(await refused(ada, HOLD, { input })).toBe('InvalidState');
  expect(await refused(ada, REQUEST, { input: stayInput({ propertyId: instant, ...stay }) })).toBe('InvalidState');
  const { bookRoom } = await get(await staff('desk', onRequest), BOOK, { input });
  expect(bookRoom.status).toBe('CONFIRMED');
});
