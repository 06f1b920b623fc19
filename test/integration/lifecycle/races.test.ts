import { describe, expect, it, vi } from 'vitest';
import { CONFIRM, HOLD, RELEASE } from '../../support/api/lifecycle.ts';
import { insist } from '../../support/api/insist.ts';
import { ask, drained, get, guest, newGuest, staff, type User } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { storedBookings } from '../../support/data/line.ts';
import { grid, newProperty } from '../../support/data/property.ts';
import { stayInput } from '../../support/data/stay.ts';
import { until } from '../../support/until.ts';

// A crowd takes its time on a busy machine.
vi.setConfig({ testTimeout: 600_000 });

const from = plusDays(monthAhead(3), -1);
const to = plusDays(from, 2);
const stay = { arrival: from, departure: to };

const CROWD = 100;
/** Holds whose confirmation meets their end, and how many of them at once. */
const MEETINGS = 1_000;
const AT_ONCE = 100;

const nights = async (propertyId: string) =>
  (await grid(propertyId, from, to)).map(({ available, held, sold }) => [available, held, sold]);
const settled = (id: string) =>
  until('booking that is settled', async () => {
    const [booking] = await storedBookings([id]);
    return booking?.status !== 'QUEUED' && booking;
  });

describe('a hundred at once', () => {
  it('want the last unit: one holds it, and nobody else has anything', async () => {
    const propertyId = await newProperty({ from, to, total: 1 });
    const guests = await Promise.all(Array.from({ length: 20 }, (_, at) => guest(`last-${at}`)));
    const asked = Array.from({ length: CROWD }, async (_, at) => {
      const input = stayInput({ propertyId, ...stay });
      const { errors } = await insist(() => ask(guests[at % guests.length], HOLD, { input }));
      if (errors.length > 0) return errors[0].errorType ?? 'none';
      return (await settled(input.bookingId)).status;
    });
    const ends = await Promise.all(asked);
    expect(ends.filter((end) => end === 'HELD')).toHaveLength(1);
    expect(new Set(ends)).toEqual(
      new Set(['HELD', ...ends.filter((end) => /^(SoldOut|REFUSED|LimitExceeded)$/.test(end))]),
    );
    expect(await nights(propertyId)).toEqual([
      [0, 1, 0],
      [0, 1, 0],
    ]);
  });

  it('confirm and release one hold: it is sold or free, never both', async () => {
    const propertyId = await newProperty({ from, to, total: 1 });
    const ada = await newGuest();
    const { id } = (await get(ada, HOLD, { input: stayInput({ propertyId, ...stay }) })).holdRoom;
    const answers = await Promise.all(
      Array.from({ length: CROWD }, (_, at) => ask(ada, at % 2 === 0 ? CONFIRM : RELEASE, { id })),
    );
    const [booking] = await storedBookings([id]);
    expect(['CONFIRMED', 'RELEASED']).toContain(booking.status);
    expect(booking.version).toBe(2);
    const isSold = booking.status === 'CONFIRMED';
    const done = answers.flatMap(({ data, errors }) => (errors.length === 0 ? [data] : []));
    expect(done.length).toBeGreaterThan(0);
    for (const data of done) expect(Object.keys(data)).toEqual([isSold ? 'confirmBooking' : 'releaseHold']);
    if (!isSold) expect(done).toHaveLength(1);
    expect((await nights(propertyId))[0]).toEqual(isSold ? [0, 0, 1] : [1, 0, 0]);
  });
});

it('a confirmation that meets the end of its hold does one or the other, a thousand times', async () => {
  const propertyId = await newProperty({ from, to, total: MEETINGS, bookingPolicy: { holdSeconds: 2 } });
  const desk = await staff('desk', propertyId);
  const ends = { confirmed: 0, expired: 0 };
  for (let first = 0; first < MEETINGS; first += AT_ONCE) {
    const ids = await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => meet(desk, propertyId, at / AT_ONCE)));
    for (const { id, isConfirmed } of ids) {
      const { status } = await until('end of the hold', async () => {
        const [booking] = await storedBookings([id]);
        return booking.status !== 'HELD' && booking;
      });
      expect(status).toBe(isConfirmed ? 'CONFIRMED' : 'EXPIRED');
      ends[isConfirmed ? 'confirmed' : 'expired'] += 1;
    }
  }
  await drained();
  expect(ends.confirmed + ends.expired).toBe(MEETINGS);
  expect(ends.expired).toBeGreaterThan(0);
  const free = MEETINGS - ends.confirmed;
  expect(await nights(propertyId)).toEqual([
    [free, 0, ends.confirmed],
    [free, 0, ends.confirmed],
  ]);
});

/** @param share 0 to 1: how late around the end of its hold the booking is confirmed */
async function meet(desk: User, propertyId: string, share: number): Promise<{ id: string; isConfirmed: boolean }> {
  const input = stayInput({ propertyId, ...stay });
  await insist(() => ask(desk, HOLD, { input }));
  const { hold_until } = await settled(input.bookingId);
  const moment = hold_until! - 300 + share * 400;
  await until('end of the hold to come', async () => Date.now() >= moment, 120_000);
  const { errors } = await insist(() => ask(desk, CONFIRM, { id: input.bookingId }));
  if (errors.length > 0) expect(['HoldExpired', 'InvalidState']).toContain(errors[0].errorType);
  return { id: input.bookingId, isConfirmed: errors.length === 0 };
}
