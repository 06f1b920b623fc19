import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { ask, drained, get, guest, mariaDb, operator, pms, staff, type User } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { BOOK, CANCEL } from '../../support/api/operations.ts';
import { newProperty } from '../../support/data/property.ts';
import { stayInput } from '../../support/data/stay.ts';

const TRAIL = `query Trail($id: ID!) {
  auditTrail(bookingId: $id) {
    bookingId version event status propertyId roomTypeId arrival departure units adults children
    nightlyRates totalPrice { amount currency } guestRef occurredAt recordedAt source
  }
}`;
const from = monthAhead(2);
const departure = plusDays(from, 2);
// The writer of the history starts cold, and what follows a write goes through four functions.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let propertyId: string;
let bookingId: string;
let users: Record<'owner' | 'desk' | 'otherDesk' | 'machine' | 'operator', User>;

beforeAll(async () => {
  propertyId = await newProperty({ from, to: plusDays(from, 5) });
  users = {
    owner: await guest('owner-trail'),
    desk: await staff('desk-trail', propertyId),
    otherDesk: await staff('desk-elsewhere', `${propertyId}-not`),
    machine: await pms('machine-trail', propertyId),
    operator: await operator(),
  };
  const input = stayInput({ propertyId, arrival: from, departure, units: 2 });
  bookingId = input.bookingId;
  await get(users.owner, BOOK, { input });
  await get(users.owner, CANCEL, { id: bookingId });
  await drained(100_000);
});

it('tells staff of the property and operators what became of a booking, oldest first', async () => {
  const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  const same = {
    bookingId,
    propertyId,
    roomTypeId: 'DLX',
    arrival: from,
    departure,
    units: 2,
    adults: 1,
    children: 0,
    nightlyRates: [10_000, 10_000],
    totalPrice: { amount: 40_000, currency: 'EUR' },
    guestRef: users.owner.sub,
    occurredAt: instant,
    recordedAt: instant,
    source: 'EVENT',
  };
  for (const name of ['desk', 'operator'] as const) {
    const { auditTrail } = await get(users[name], TRAIL, { id: bookingId });
    expect(auditTrail).toEqual([
      { ...same, version: 1, event: 'BOOKED', status: 'CONFIRMED' },
      { ...same, version: 2, event: 'CANCELLED', status: 'CANCELLED' },
    ]);
  }
});

describe('the trail', () => {
  it('of another property’s booking looks to staff like none', async () => {
    const there = await ask(users.otherDesk, TRAIL, { id: bookingId });
    const missing = await ask(users.otherDesk, TRAIL, { id: randomUUID() });
    expect(there).toEqual(missing);
    expect(there).toMatchObject({ data: { auditTrail: [] }, errors: [] });
  });

  it.each(['owner', 'machine'] as const)('is closed to %s', async (name) => {
    const { errors } = await ask(users[name], TRAIL, { id: bookingId });
    expect(errors).toMatchObject([{ errorType: 'Unauthorized', path: ['auditTrail'] }]);
  });

  it('is closed to visitors', async () => {
    const { errors } = await ask(null, TRAIL, { id: bookingId });
    expect(errors).toMatchObject([{ errorType: 'Unauthorized' }]);
  });

  it('takes booking ids only', async () => {
    const { errors } = await ask(users.operator, TRAIL, { id: "' OR 1=1 --" });
    expect(errors).toMatchObject([{ errorType: 'InvalidInput' }]);
  });

  it('is unavailable for now while the database is away', async () => {
    await mariaDb.kill();
    try {
      const { data, errors } = await ask(users.desk, TRAIL, { id: bookingId });
      expect(data).toBeNull();
      expect(errors).toMatchObject([{ errorType: 'Unavailable', errorInfo: { retryable: true } }]);
    } finally {
      await mariaDb.restart();
    }
    // The function's connections come back after the database.
    const trail = async () => (await get(users.desk, TRAIL, { id: bookingId })).auditTrail;
    await expect.poll(trail, { timeout: 60_000 }).toHaveLength(2);
  });
});
