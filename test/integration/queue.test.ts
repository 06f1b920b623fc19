import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask, faults, get, guest, type User } from '../support/cloud.ts';
import { monthAhead, plusDays } from '../support/days.ts';
import { BOOK, BOOKING } from '../support/operations.ts';
import { grid, newProperty } from '../support/property.ts';
import { type Ear, listen } from '../support/settled.ts';
import { stayInput } from '../support/stay.ts';

const CLIENTS = 64;
/** Overlapping transactions cancel one another, as on AWS. */
const OVERLAPS = { seed: 1, rules: [], overlap: { inFlightMs: 10 } };
/** Each caller's booking is settled within this time of his request. */
const SETTLED_MS = 5_000;

const from = monthAhead(3);
const stay = { arrival: plusDays(from, -2), departure: plusDays(from, 1) };

let user: User;
let ear: Ear;

type End = { id: string; answer: string; answeredMs: number; status: string; settledMs: number; sentAt: number };

/** One caller, from the request until the booking is settled. */
async function book(propertyId: string): Promise<End> {
  const input = stayInput({ propertyId, ...stay });
  const id = input.bookingId;
  const sentAt = Date.now();
  const { data, errors } = await ask(user, BOOK, { input });
  const answeredMs = Date.now() - sentAt;
  const [error] = errors;
  if (error) return { id, answer: error.errorType!, answeredMs, status: 'none', settledMs: answeredMs, sentAt };
  const answer: string = data.bookRoom.status;
  if (answer !== 'QUEUED') return { id, answer, answeredMs, status: answer, settledMs: answeredMs, sentAt };
  const { status, updatedAt } = await ear.settled(id);
  return { id, answer, answeredMs, status, settledMs: Date.parse(updatedAt) - sentAt, sentAt };
}

const crowd = (propertyId: string) => Promise.all(Array.from({ length: CLIENTS }, () => book(propertyId)));

const propertyWith = (total: number) => newProperty({ from: stay.arrival, to: stay.departure, total });

beforeAll(async () => {
  user = await guest('crowd');
  ear = await listen(user);
  // Functions start cold on one machine's two cores as they never do together on AWS: the promise is for warm ones.
  await faults.set(OVERLAPS);
  await crowd(await propertyWith(CLIENTS));
  await faults.clear();
});
afterAll(() => ear.stop());
afterEach(() => faults.clear());

describe(`${CLIENTS} clients at once for one room type, where overlapping transactions cancel one another`, () => {
  it('all are served, nobody is turned away, and exactly what there is is sold', async () => {
    const propertyId = await propertyWith(40);
    await faults.set(OVERLAPS);
    const ends = await crowd(propertyId);
    const { overlapConflict } = await faults.counts();
    expect(overlapConflict).toBeGreaterThan(0);
    await faults.clear();
    console.log(JSON.stringify(ends.map((e) => [e.answeredMs, e.answer, e.settledMs, e.status])));
    expect(ends.filter(({ answer }) => !['CONFIRMED', 'QUEUED', 'SoldOut'].includes(answer))).toEqual([]);
    expect(ends.filter(({ answer }) => answer === 'QUEUED').length).toBeGreaterThan(0);
    expect(ends.filter(({ status }) => status === 'CONFIRMED')).toHaveLength(40);
    expect(Math.max(...ends.map(({ settledMs }) => settledMs))).toBeLessThan(SETTLED_MS);
    for (const night of await grid(propertyId, stay.arrival, stay.departure)) {
      expect(night).toMatchObject({ available: 0, sold: 40, total: 40 });
    }
  });
});
