import { expect, test } from 'vitest';
import type { GraphqlClient, Outcome } from '../../client/graphqlClient.ts';
import type { PlannedBooking } from '../plan/plannedBooking.ts';
import type { PlannedDay, Task } from '../plan/schedule.ts';
import { sampleBooking } from '../testing/booking.ts';
import { runDays } from './runDays.ts';
import { createTally } from './tally.ts';

const UNANSWERED: Outcome<unknown> = { kind: 'unanswered', message: 'The connection broke.' };
const DEPARTURE = '2026-12-12';

function refusal(type: string, retryable = false): Outcome<unknown> {
  return { kind: 'refused', type, message: '', retryable };
}

const sale = (status: string): Outcome<unknown> => ({ kind: 'ok', data: { sale: { status } } });
const OK = sale('CONFIRMED');

function task(row: number, ...steps: Task['steps']): Task {
  return { booking: sampleBooking(row), steps };
}

function held(row: number, ...steps: Task['steps']): Task {
  return { booking: sampleBooking(row, { way: 'holdRoom' }), steps };
}

const day = (date: string, ...tasks: Task[]): PlannedDay => ({ date, tasks });

/** Answers in the order of the requests, which it notes as `bookRoom 1`; all else as if all went well. */
async function run(days: PlannedDay[], ...answers: Outcome<unknown>[]) {
  const sent: string[] = [];
  let date = '';
  const client: GraphqlClient = {
    send: async <T>(query: string, variables: Record<string, unknown>) => {
      const [, name = ''] = /(?:\{\s+|: )(\w+)\(/.exec(query.slice(query.indexOf('{'))) ?? [];
      const { id, input } = variables as { id?: string; input?: { bookingId?: string; id?: string } };
      const bookingId = id ?? input?.id ?? input?.bookingId;
      sent.push([name, ...(bookingId ? [rowOf(bookingId)] : []), ...(date === '' ? ['now'] : [])].join(' '));
      return (answers.shift() ?? sale(name === 'holdRoom' ? 'HELD' : 'CONFIRMED')) as Outcome<T>;
    },
    close: async () => undefined,
  };
  const clock = {
    begin: (begun: string) => {
      date = begun;
    },
    end: () => {
      date = '';
    },
    today: () => date,
  };
  const tally = createTally();
  let steps = 0;
  const onStep = () => void (steps += 1);
  const fates = await runDays({ client, staff: { idToken: async () => '' }, clients: 2, tally, clock, onStep }, days);
  return { sent, steps, fates: [...fates.values()], tally: tally.summary() };
}

const rowOf = (id: PlannedBooking['bookingId']) => Number.parseInt(id.slice(-12), 16);

test('a day begins when the day before is answered, and a cancellation follows its own booking', async () => {
  const { sent, steps, fates } = await run([
    day('2026-12-01', task(1, 'book'), task(2, 'book', 'cancel')),
    day('2026-12-02', task(3, 'book'), task(1, 'cancel')),
  ]);
  expect(sent).toEqual(['bookRoom 1', 'bookRoom 2', 'cancelBooking 2', 'bookRoom 3', 'cancelBooking 1']);
  expect(steps).toBe(5);
  expect(fates.map(({ outcome, states }) => `${outcome} ${states.map(({ status }) => status)}`)).toEqual([
    'accepted CANCELLED',
    'accepted CANCELLED',
    'accepted CONFIRMED',
  ]);
});

test('what may pass is sent again under the same id, and counted', async () => {
  const days = [day('2026-12-01', task(1, 'book'))];
  const { sent, fates, tally } = await run(days, UNANSWERED, refusal('BookingContention', true));
  expect(sent).toEqual(['bookRoom 1', 'bookRoom 1', 'bookRoom 1']);
  expect(fates[0]?.outcome).toBe('accepted');
  expect(tally.bookRoom).toMatchObject({ calls: 3, done: 1, retries: 2, gaveUp: 0 });
});

test('a refused booking is counted by reason, and nothing more is done to it', async () => {
  const days = [day('2026-12-01', task(1, 'book', 'lengthen', 'cancel'), held(2, 'book', 'checkIn'))];
  const { sent, steps, fates, tally } = await run(days, refusal('SoldOut'), refusal('SoldOut'));
  expect(sent).toEqual(['bookRoom 1', 'holdRoom 2']);
  expect(steps).toBe(5);
  expect(fates[0]).toMatchObject({ outcome: 'refused', refusal: 'SoldOut' });
  expect(tally.bookRoom.refused).toEqual({ SoldOut: 1 });
});

test('a cancellation that an earlier try without an answer has done is done', async () => {
  const days = [day('2026-12-01', task(1, 'book', 'cancel'))];
  const { fates } = await run(days, OK, UNANSWERED, refusal('InvalidState'));
  expect(fates[0]?.states).toEqual([{ status: 'CANCELLED', departure: DEPARTURE, fee: 0 }]);
  const first = await run(days, OK, refusal('InvalidState'));
  expect(first.fates[0]?.states).toEqual([{ status: 'CONFIRMED', departure: DEPARTURE, fee: null }]);
  expect(first.tally.cancelBooking.refused).toEqual({ InvalidState: 1 });
});

test('what nobody could say may be or not', async () => {
  const silence = Array.from({ length: 9 }, () => UNANSWERED);
  const { fates } = await run([day('2026-12-01', task(1, 'book', 'cancel'))], OK, ...silence);
  expect(fates[0]?.states.map(({ status }) => status)).toEqual(['CONFIRMED', 'CANCELLED']);
});

test('a late cancellation costs the first night, of the stay as it is then', async () => {
  const booked = day('2026-12-01', task(1, 'book', 'lengthen'));
  const free = await run([booked, day('2026-12-03', task(1, 'cancel'))]);
  const late = await run([booked, day('2026-12-04', task(1, 'cancel'))]);
  const state = { status: 'CANCELLED', departure: '2026-12-13' };
  expect([free.fates[0]?.states, late.fates[0]?.states]).toEqual([[{ ...state, fee: 0 }], [{ ...state, fee: 100 }]]);
});

test('a night that was refused is not taken back', async () => {
  const days = [day('2026-12-01', task(1, 'book', 'lengthen', 'shorten'), task(2, 'book', 'lengthen', 'shorten'))];
  const { sent, fates } = await run(days, OK, OK, refusal('SoldOut'));
  expect(sent.toSorted()).toEqual([
    'bookRoom 1',
    'bookRoom 2',
    'modifyBooking 1',
    'modifyBooking 2',
    'modifyBooking 2',
  ]);
  expect(fates.map(({ states }) => states[0]?.departure)).toEqual([DEPARTURE, DEPARTURE]);
});

test('who leaves early gives nights back, who never comes all but the first', async () => {
  const { fates } = await run([
    day('2026-12-10', task(1, 'book', 'lengthen', 'checkIn'), task(2, 'book', 'noShow'), task(3, 'book', 'checkIn')),
    day('2026-12-12', task(1, 'checkOut'), task(3, 'checkOut')),
  ]);
  expect(fates.map(({ states: [state] }) => `${state?.status} ${state?.departure}`)).toEqual([
    'CHECKED_OUT 2026-12-12',
    'NO_SHOW 2026-12-11',
    'CHECKED_OUT 2026-12-12',
  ]);
});

test('a hold is confirmed at once', async () => {
  const { sent, fates } = await run([day('2026-12-01', held(1, 'book', 'cancel'))]);
  expect(sent).toEqual(['holdRoom 1', 'confirmBooking 1', 'cancelBooking 1']);
  expect(fates[0]?.states[0]?.status).toBe('CANCELLED');
  const lost = await run([day('2026-12-01', held(1, 'book', 'cancel'))], sale('HELD'), refusal('HoldExpired'));
  expect(lost.sent).toEqual(['holdRoom 1', 'confirmBooking 1']);
  expect(lost.fates[0]?.states.map(({ status }) => status)).toEqual(['HELD', 'EXPIRED']);
});

const turn = (status: string, refused: object | null = null): Outcome<unknown> => ({
  kind: 'ok',
  data: { booking: { status, refusal: refused } },
});

test('a booking that waits in line is asked for until it is confirmed or refused', async () => {
  const days = [day('2026-12-01', task(1, 'book'))];
  const confirmed = await run(days, sale('QUEUED'), turn('QUEUED'), UNANSWERED, turn('CONFIRMED'));
  expect(confirmed.fates[0]?.outcome).toBe('accepted');
  const refused = await run(days, sale('QUEUED'), turn('REFUSED', { type: 'SoldOut', message: '' }));
  expect(refused.fates[0]?.outcome).toBe('refused');
  expect(refused.tally.bookRoom.refused).toEqual({ SoldOut: 1 });
});

test('a hold from the line is confirmed by the time that granted it, and then its day goes on', async () => {
  const days = [day('2026-12-01', held(1, 'book', 'cancel'), task(2, 'book'))];
  const { sent, fates } = await run(days, sale('QUEUED'), sale('CONFIRMED'), turn('HELD'));
  expect(sent).toEqual(['holdRoom 1', 'bookRoom 2', 'booking 1', 'confirmBooking 1 now', 'cancelBooking 1']);
  expect(fates.map(({ states }) => states[0]?.status)).toEqual(['CONFIRMED', 'CANCELLED']);
});

const line = (...waiting: Task[]): Outcome<unknown> => ({
  kind: 'ok',
  data: { waitlist: { items: waiting.map(({ booking }) => ({ id: booking.bookingId })), nextToken: null } },
});

const waiter = (row: number, ...steps: Task['steps']): Task => ({
  booking: sampleBooking(row, { waitedDays: 3 }),
  steps,
});

test('who waited in the data waits where it is sold out; an offer is confirmed in the evening, and the day goes on', async () => {
  const days = [day('2026-12-01', waiter(1, 'book')), day('2026-12-10', waiter(1, 'checkIn'))];
  const { sent, fates } = await run(days, refusal('SoldOut'), OK, line(waiter(1)), line());
  expect(sent).toEqual([
    'bookRoom 1',
    'joinWaitlist 1',
    'waitlist now',
    'waitlist now',
    'confirmBooking 1 now',
    'checkIn 1',
  ]);
  expect(fates[0]).toMatchObject({ isOffered: true, states: [{ status: 'CHECKED_IN', departure: DEPARTURE }] });
});

test('who is offered nothing until the end waits no longer', async () => {
  const days = [day('2026-12-01', waiter(1, 'book', 'lengthen')), day('2026-12-05', waiter(1, 'cancel'))];
  const { sent, fates } = await run(days, refusal('SoldOut'), OK, line(waiter(1)), line(waiter(1)));
  expect(sent.slice(-2)).toEqual(['waitlist now', 'leaveWaitlist 1']);
  expect(fates[0]?.states).toEqual([{ status: 'RELEASED', departure: DEPARTURE, fee: null }]);
});

test('who finds a room free as he joins, or was refused in the line, does not wait', async () => {
  const free = await run([day('2026-12-01', waiter(1, 'book'))], refusal('SoldOut'), refusal('InvalidState'));
  expect(free.fates[0]?.outcome).toBe('refused');
  const days = [day('2026-12-01', waiter(1, 'book'))];
  const inLine = await run(days, sale('QUEUED'), turn('REFUSED', { type: 'SoldOut', message: '' }));
  expect(inLine.sent).toEqual(['bookRoom 1', 'booking 1']);
});

test('a booking that is neither sold nor refused ends the replay', async () => {
  await expect(run([day('2026-12-01', task(1, 'book'))], sale('CANCELLED'))).rejects.toThrow('CANCELLED');
});
