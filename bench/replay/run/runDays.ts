import { atOnce } from '../../client/atOnce.ts';
import { type GraphqlClient, isRetryable, type Outcome } from '../../client/graphqlClient.ts';
import type { Session } from '../../client/session.ts';
import { type RetryPolicy, withRetries } from '../../client/withRetries.ts';
import type { PlannedBooking, PlannedDay, Task } from '../plan/schedule.ts';
import { awaitTurn } from './awaitTurn.ts';
import type { Fate, Fates } from './fates.ts';
import type { End, Operation, Tally } from './tally.ts';

const BOOK = `mutation($input: BookRoomInput!) {
  bookRoom(input: $input) { id status version nightlyRates totalPrice { amount currency } remaining }
}`;
const CANCEL = 'mutation($id: ID!, $reason: String) { cancelBooking(id: $id, reason: $reason) { id status version } }';

const RETRY: RetryPolicy = { retries: 8, baseMs: 20, capMs: 1_000 };

export type RunContext = {
  client: GraphqlClient;
  staff: Session;
  clients: number;
  tally: Tally;
  /** Called after each step, done or skipped. */
  onStep(date: string): void;
};

/**
 * Sends day after day, with up to `clients` tasks of a day at once; the next day begins when all answers are in.
 * @returns what became of each booking, as the client saw it
 * @throws when the API answers what no client expects, such as a booking that is neither sold nor refused
 */
export async function runDays(context: RunContext, days: PlannedDay[]): Promise<Fates> {
  const fates: Fates = new Map();
  for (const { date, tasks } of days) {
    await atOnce(tasks, context.clients, async (task) => {
      await runTask(context, task, fates);
      for (const _ of task.steps) context.onStep(date);
    });
  }
  return fates;
}

async function runTask(context: RunContext, { booking, steps }: Task, fates: Fates): Promise<void> {
  for (const step of steps) {
    if (step === 'book') fates.set(booking.bookingId, await book(context, booking));
    else await cancel(context, booking.bookingId, fates);
  }
}

async function book(context: RunContext, booking: PlannedBooking): Promise<Fate> {
  type Booked = { bookRoom: { status: string } };
  const once = async () => {
    const outcome = await send<Booked>(context, BOOK, { input: booking.input });
    const isWaiting = outcome.kind === 'ok' && outcome.data.bookRoom.status === 'QUEUED';
    return isWaiting ? awaitTurn(booking.bookingId, (query, variables) => send(context, query, variables)) : outcome;
  };
  const { outcome, end } = await call<Booked>(context, 'bookRoom', once);
  if (outcome.kind === 'ok' && outcome.data.bookRoom.status !== 'CONFIRMED') {
    throw new Error(`${booking.bookingId} was answered as ${outcome.data.bookRoom.status}, neither sold nor refused.`);
  }
  const kinds = { done: 'accepted', refused: 'refused', gaveUp: 'unknown' } as const;
  return { booking, outcome: kinds[end.kind], cancelled: 'no' };
}

/** Cancels what was accepted, or may have been. */
async function cancel(context: RunContext, bookingId: string, fates: Fates): Promise<void> {
  const fate = fates.get(bookingId);
  if (!fate || fate.outcome === 'refused') return;
  const variables = { id: bookingId, reason: 'Cancelled by the guest.' };
  const { end, retries } = await call(context, 'cancelBooking', () => send(context, CANCEL, variables));
  // A retry may find what an earlier try without an answer has done already; the audit sees whether it did.
  const isDoneEarlier = end.kind === 'refused' && end.type === 'InvalidState' && retries > 0;
  if (end.kind === 'done' || isDoneEarlier) fate.cancelled = 'yes';
  else if (end.kind === 'gaveUp') fate.cancelled = 'unknown';
}

async function send<T>({ client, staff }: RunContext, query: string, variables: Record<string, unknown>) {
  return client.send<T>(query, variables, await staff.idToken());
}

async function call<T>({ tally }: RunContext, operation: Operation, once: () => Promise<Outcome<T>>) {
  const startedAt = performance.now();
  const { outcome, retries } = await withRetries<Outcome<T>>(once, isRetryable, RETRY);
  const end = endOf(outcome);
  tally.record(operation, end, retries, startedAt);
  return { outcome, end, retries };
}

/** A retryable refusal that stays is no answer either: an earlier try may have sold. */
function endOf(outcome: Outcome<unknown>): End {
  if (outcome.kind === 'ok') return { kind: 'done' };
  if (outcome.kind === 'refused' && !outcome.retryable) return { kind: 'refused', type: outcome.type };
  return { kind: 'gaveUp' };
}
