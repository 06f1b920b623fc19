import { afterEach, describe, expect, it, vi } from 'vitest';
import { ask, faults, get, guest, type User } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import type { Answer } from '../../support/api/graphql.ts';
import { insist } from '../../support/api/insist.ts';
import { BOOK, CANCEL } from '../../support/api/operations.ts';
import { grid, newProperty } from '../../support/data/property.ts';
import { type Ear, listen } from '../../support/cloud/settled.ts';
import { stayInput } from '../../support/data/stay.ts';

const CLIENTS = 200;
const LEFT = 7;
// A crowd takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

afterEach(() => faults.clear());

function tally(outcomes: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

const outcomeOf = ({ errors }: Answer): string => errors[0]?.errorType ?? 'done';

/** As a client does who hears that the booking waits in line: what became of it. */
async function outcomeOfBooking(ear: Ear, { data, errors }: Answer): Promise<string> {
  if (errors[0]) return errors[0].errorType!;
  if (data.bookRoom.status !== 'QUEUED') return 'booked';
  const { status, refusal } = await ear.settled(data.bookRoom.id);
  return status === 'CONFIRMED' ? 'booked' : refusal!.type;
}

/** Stays of four nights over different month ends, one of them a year's and one of them February's. */
const stays = [2, 3, 4, 5].map((ahead) => ({
  arrival: plusDays(monthAhead(ahead + 1), -2),
  departure: plusDays(monthAhead(ahead + 1), 2),
}));

async function rush(stay: { arrival: string; departure: string }, user: User) {
  const propertyId = await newProperty({ from: stay.arrival, to: stay.departure, total: LEFT });
  const inputs = Array.from({ length: CLIENTS }, () => stayInput({ propertyId, ...stay }));
  const ear = await listen(user);
  const outcomes = await Promise.all(
    inputs.map(async (input) => outcomeOfBooking(ear, await insist(() => ask(user, BOOK, { input })))),
  );
  ear.stop();
  return { propertyId, inputs, outcomes };
}

async function expectExactlySold(propertyId: string, stay: { arrival: string; departure: string }) {
  for (const night of await grid(propertyId, stay.arrival, stay.departure)) {
    expect(night).toMatchObject({ total: LEFT, available: 0, held: 0, sold: LEFT });
  }
}

describe(`${CLIENTS} clients at once for the last ${LEFT} units of a stay`, () => {
  it.each(stays)('over the month end in $arrival: $departure', async (stay) => {
    const { propertyId, outcomes } = await rush(stay, await guest('crowd'));
    expect(tally(outcomes)).toEqual({ booked: LEFT, SoldOut: CLIENTS - LEFT });
    await expectExactlySold(propertyId, stay);
  });

  it.each(stays.slice(0, 2))(
    'with a fifth of the writes in conflict and a fifth timed out after they were done: $arrival',
    async (stay) => {
      const user = await guest('crowd');
      await faults.set({
        seed: 7,
        rules: [
          { kind: 'transactionConflict', operations: ['TransactWriteItems'], rate: 0.2 },
          { kind: 'timeoutAfter', operations: ['TransactWriteItems'], rate: 0.2 },
        ],
      });
      const { propertyId, inputs, outcomes } = await rush(stay, user);
      const { transactionConflict, timeoutAfter } = await faults.counts();
      await faults.clear();
      expect(transactionConflict).toBeGreaterThan(0);
      expect(timeoutAfter).toBeGreaterThan(0);
      expect(tally(outcomes)).toEqual({ booked: LEFT, SoldOut: CLIENTS - LEFT });
      await expectExactlySold(propertyId, stay);
      const winners = inputs.filter((_, at) => outcomes[at] === 'booked');
      for (const input of winners) {
        expect((await get(user, BOOK, { input })).bookRoom).toMatchObject({ id: input.bookingId, status: 'CONFIRMED' });
      }
      await expectExactlySold(propertyId, stay);
    },
  );

  it('when transactions that overlap cancel one another, as on AWS', async () => {
    const user = await guest('crowd');
    await faults.set({ seed: 1, rules: [], overlap: { inFlightMs: 5 } });
    const { propertyId, outcomes } = await rush(stays[0], user);
    const { overlapConflict } = await faults.counts();
    expect(overlapConflict).toBeGreaterThan(0);
    expect(tally(outcomes)).toEqual({ booked: LEFT, SoldOut: CLIENTS - LEFT });
    await faults.clear();
    await expectExactlySold(propertyId, stays[0]);
  });
});

describe('cancelling', () => {
  async function booked(units: number) {
    const stay = stays[0];
    const propertyId = await newProperty({ from: stay.arrival, to: stay.departure, total: LEFT });
    const user = await guest('ada');
    const input = stayInput({ propertyId, ...stay, units });
    await get(user, BOOK, { input });
    return { stay, propertyId, user, id: input.bookingId };
  }

  const expectAllFree = async (propertyId: string, stay: { arrival: string; departure: string }) => {
    for (const night of await grid(propertyId, stay.arrival, stay.departure)) {
      expect(night).toMatchObject({ available: LEFT, sold: 0 });
    }
  };

  it('gives back each night once, from however many clients at the same instant', async () => {
    const { stay, propertyId, user, id } = await booked(3);
    const answers = await Promise.all(Array.from({ length: 50 }, () => insist(() => ask(user, CANCEL, { id }))));
    expect(tally(answers.map(outcomeOf))).toEqual({ done: 1, InvalidState: 49 });
    await expectAllFree(propertyId, stay);
  });

  it('gives back each night once when the answers of done writes are lost', async () => {
    const { stay, propertyId, user, id } = await booked(2);
    await faults.set({ seed: 3, rules: [{ kind: 'timeoutAfter', operations: ['TransactWriteItems'], rate: 1 }] });
    const answers = await Promise.all(Array.from({ length: 20 }, () => insist(() => ask(user, CANCEL, { id }))));
    expect((await faults.counts()).timeoutAfter).toBeGreaterThan(0);
    await faults.clear();
    expect(tally(answers.map(outcomeOf))).toEqual({ done: 1, InvalidState: 19 });
    await expectAllFree(propertyId, stay);
  });
});

it('a throttled or unanswered table is a retryable error, and nothing is sold', async () => {
  const [stay] = stays;
  const propertyId = await newProperty({ from: stay.arrival, to: stay.departure, total: LEFT });
  const user = await guest('ada');
  const input = stayInput({ propertyId, ...stay });
  for (const kind of ['throttle', 'timeoutBefore'] as const) {
    await faults.set({ seed: 1, rules: [{ kind, operations: ['BatchGetItem', 'TransactWriteItems'], rate: 1 }] });
    const { errors } = await ask(user, BOOK, { input });
    expect(errors).toMatchObject([{ errorType: 'BookingContention', errorInfo: { retryable: true } }]);
    await faults.clear();
  }
  expect((await grid(propertyId, stay.arrival, stay.departure)).every((night) => night.sold === 0)).toBe(true);
  expect((await get(user, BOOK, { input })).bookRoom.status).toBe('CONFIRMED');
});
