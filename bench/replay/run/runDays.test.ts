import { expect, test } from 'vitest';
import type { GraphqlClient, Outcome } from '../../client/graphqlClient.ts';
import { bookingIdOf, type PlannedDay, type Task } from '../plan/schedule.ts';
import { runDays } from './runDays.ts';
import { createTally } from './tally.ts';

const OK_BOOKING: Outcome<unknown> = { kind: 'ok', data: { bookRoom: { status: 'CONFIRMED' } } };
const OK_CANCEL: Outcome<unknown> = { kind: 'ok', data: { cancelBooking: { status: 'CANCELLED' } } };
const UNANSWERED: Outcome<unknown> = { kind: 'unanswered', message: 'The connection broke.' };

function refusal(type: string, retryable = false): Outcome<unknown> {
  return { kind: 'refused', type, message: '', retryable };
}

function task(row: number, ...steps: Task['steps']): Task {
  const bookingId = bookingIdOf(row);
  const guest = { name: 'Guest', email: 'guest@example.com' };
  const stay = { propertyId: 'p', roomTypeId: 'A', arrival: '2026-12-01', departure: '2026-12-02' };
  return { booking: { bookingId, input: { bookingId, ...stay, guest } }, steps };
}

/** Answers in the order of the requests, which it notes as `book 1`; all else as if all went well. */
async function run(days: PlannedDay[], ...answers: Outcome<unknown>[]) {
  const sent: string[] = [];
  const client: GraphqlClient = {
    send: async <T>(query: string, variables: Record<string, unknown>) => {
      const isBooking = query.includes('bookRoom');
      const { id, input } = variables as { id?: string; input?: { bookingId: string } };
      sent.push(`${isBooking ? 'book' : 'cancel'} ${Number.parseInt((id ?? input?.bookingId ?? '').slice(-12), 16)}`);
      return (answers.shift() ?? (isBooking ? OK_BOOKING : OK_CANCEL)) as Outcome<T>;
    },
    close: async () => undefined,
  };
  const tally = createTally();
  let steps = 0;
  const onStep = () => void (steps += 1);
  const fates = await runDays({ client, staff: { idToken: async () => '' }, clients: 2, tally, onStep }, days);
  return { sent, steps, fates: [...fates.values()], tally: tally.summary() };
}

test('a day begins when the day before is answered, and a cancellation follows its own booking', async () => {
  const { sent, steps, fates } = await run([
    { date: '2026-01-01', tasks: [task(1, 'book'), task(2, 'book', 'cancel')] },
    { date: '2026-01-02', tasks: [task(3, 'book'), task(1, 'cancel')] },
  ]);
  expect(sent).toEqual(['book 1', 'book 2', 'cancel 2', 'book 3', 'cancel 1']);
  expect(steps).toBe(5);
  expect(fates.map(({ outcome, cancelled }) => `${outcome} ${cancelled}`)).toEqual([
    'accepted yes',
    'accepted yes',
    'accepted no',
  ]);
});

test('what may pass is sent again under the same id, and counted', async () => {
  const days = [{ date: '2026-01-01', tasks: [task(1, 'book')] }];
  const { sent, fates, tally } = await run(days, UNANSWERED, refusal('BookingContention', true));
  expect(sent).toEqual(['book 1', 'book 1', 'book 1']);
  expect(fates[0]?.outcome).toBe('accepted');
  expect(tally.bookRoom).toMatchObject({ calls: 3, done: 1, retries: 2, gaveUp: 0 });
});

test('a refused booking is counted by reason and never cancelled', async () => {
  const { sent, fates, tally } = await run(
    [{ date: '2026-01-01', tasks: [task(1, 'book', 'cancel')] }],
    refusal('SoldOut'),
  );
  expect(sent).toEqual(['book 1']);
  expect(fates[0]).toMatchObject({ outcome: 'refused', cancelled: 'no' });
  expect(tally.bookRoom.refused).toEqual({ SoldOut: 1 });
});

test('a cancellation that an earlier try without an answer has done is done', async () => {
  const days = [{ date: '2026-01-01', tasks: [task(1, 'book', 'cancel')] }];
  const { fates } = await run(days, OK_BOOKING, UNANSWERED, refusal('InvalidState'));
  expect(fates[0]?.cancelled).toBe('yes');
  const first = await run(days, OK_BOOKING, refusal('InvalidState'));
  expect(first.fates[0]?.cancelled).toBe('no');
  expect(first.tally.cancelBooking.refused).toEqual({ InvalidState: 1 });
});

const QUEUED: Outcome<unknown> = { kind: 'ok', data: { bookRoom: { status: 'QUEUED' } } };
const turn = (status: string, refusal: object | null = null): Outcome<unknown> => ({
  kind: 'ok',
  data: { booking: { status, refusal } },
});

test('a booking that waits in line is asked for until it is confirmed or refused', async () => {
  const days = [{ date: '2026-01-01', tasks: [task(1, 'book')] }];
  const confirmed = await run(days, QUEUED, turn('QUEUED'), UNANSWERED, turn('CONFIRMED'));
  expect(confirmed.fates[0]?.outcome).toBe('accepted');
  const refused = await run(days, QUEUED, turn('REFUSED', { type: 'SoldOut', message: '' }));
  expect(refused.fates[0]?.outcome).toBe('refused');
  expect(refused.tally.bookRoom.refused).toEqual({ SoldOut: 1 });
});

test('a booking that is neither sold nor refused ends the replay', async () => {
  const odd: Outcome<unknown> = { kind: 'ok', data: { bookRoom: { status: 'CANCELLED' } } };
  await expect(run([{ date: '2026-01-01', tasks: [task(1, 'book')] }], odd)).rejects.toThrow('CANCELLED');
});
