import { afterEach, describe, expect, it } from 'vitest';
import { ask, faults, get, guest, type User } from '../support/cloud.ts';
import { monthAhead, plusDays } from '../support/days.ts';
import { BOOK, BOOKING } from '../support/operations.ts';
import { grid, newProperty } from '../support/property.ts';
import { stayInput } from '../support/stay.ts';
import { waitFor } from '../support/waitFor.ts';

const CLIENTS = 64;
/** Overlapping transactions cancel one another, as on AWS. */
const OVERLAPS = { seed: 1, rules: [], overlap: { inFlightMs: 10 } };
const STATUS = `query Status($id: ID!) { booking(id: $id) { status version refusal { type message } updatedAt } }`;
/** Each caller's booking is settled within this time of his request. */
const SETTLED_MS = 5_000;

const from = monthAhead(3);
const stay = { arrival: plusDays(from, -2), departure: plusDays(from, 1) };

afterEach(() => faults.clear());

type Booking = { status: string; version: number; refusal: { type: string; message: string } | null };

/** The booking once it waits no more, and how long after `sentAt` that was seen. */
async function settled(user: User, id: string, sentAt: number): Promise<Booking & { afterMs: number }> {
  const booking = await waitFor(async () => {
    const { booking } = (await get(user, STATUS, { id })) as { booking: Booking };
    return booking.status === 'QUEUED' ? null : booking;
  });
  return { ...booking, afterMs: Date.now() - sentAt };
}

async function rush(propertyId: string, user: User, clients: number) {
  const inputs = Array.from({ length: clients }, () => stayInput({ propertyId, ...stay }));
  return Promise.all(
    inputs.map(async (input) => {
      const sentAt = Date.now();
      const answer = await ask(user, BOOK, { input });
      const answeredMs = Date.now() - sentAt;
      if (answer.errors.length > 0) return { input, answeredMs, error: answer.errors[0].errorType };
      return { input, answeredMs, first: answer.data.bookRoom.status, ...(await settled(user, input.bookingId, sentAt)) };
    }),
  );
}

describe(`${CLIENTS} clients at once for one room type, where overlapping transactions cancel one another`, () => {
  it('all are served, nobody is turned away, and exactly what there is is sold', async () => {
    const propertyId = await newProperty({ from: stay.arrival, to: stay.departure, total: 40 });
    const user = await guest('crowd');
    await faults.set(OVERLAPS);
    const ends = await rush(propertyId, user, CLIENTS);
    const { overlapConflict } = await faults.counts();
    expect(overlapConflict).toBeGreaterThan(0);
    console.log(JSON.stringify(ends.map((e) => [e.answeredMs, 'first' in e ? e.first : e.error, 'afterMs' in e ? e.afterMs : 0, 'status' in e ? e.status : ''])));
    expect(ends.filter((end) => 'error' in end && end.error !== 'SoldOut')).toEqual([]);
    expect(ends.filter((end) => 'first' in end && end.first === 'QUEUED').length).toBeGreaterThan(0);
    expect(ends.filter((end) => 'status' in end && end.status === 'CONFIRMED')).toHaveLength(40);
    for (const end of ends) {
      expect('afterMs' in end ? end.afterMs : end.answeredMs).toBeLessThan(SETTLED_MS);
    }
    await faults.clear();
    for (const night of await grid(propertyId, stay.arrival, stay.departure)) {
      expect(night).toMatchObject({ available: 0, sold: 40, total: 40 });
    }
  });
});
