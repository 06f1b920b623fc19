import { atOnce } from '../../client/atOnce.ts';
import type { PlannedDay, Task } from '../plan/schedule.ts';
import type { Caller } from './call.ts';
import type { ReplayClock } from './clock.ts';
import type { Fates } from './fates.ts';
import { findOffers, isWaiting } from './offers.ts';
import { perform } from './perform.ts';
import { sell } from './sell.ts';

export type RunContext = Caller & {
  clients: number;
  clock: ReplayClock;
  /** Called after each step, done or skipped. */
  onStep(date: string): void;
};

type ActName = Parameters<typeof perform>[1];

/**
 * Sends day after day, with up to `clients` tasks of a day at once; the next day begins when all answers are in.
 * @returns what became of each booking, as the client saw it
 * @throws when the API answers what no client expects, such as a booking that is neither sold nor refused
 */
export async function runDays(context: RunContext, days: PlannedDay[]): Promise<Fates> {
  const { clients, clock, onStep } = context;
  const fates: Fates = new Map();
  const waiting = new Set<string>();
  try {
    for (const { date, tasks } of days) {
      const evening: Task[] = [];
      clock.begin(date);
      await atOnce(tasks, clients, async (task) => {
        const left = await runTask(context, task, fates);
        if (left) evening.push(left);
        const fate = fates.get(task.booking.bookingId);
        if (fate && isWaiting(fate)) waiting.add(task.booking.bookingId);
        for (const _ of task.steps) onStep(date);
      });
      if (evening.length + waiting.size > 0) await endDay(context, date, { evening, waiting }, fates);
    }
  } finally {
    clock.end();
  }
  return fates;
}

/** @returns what is left to do in the evening: of a hold that cannot be confirmed at once, and of who waits */
async function runTask(context: RunContext, { booking, steps }: Task, fates: Fates): Promise<Task | null> {
  for (const [at, step] of steps.entries()) {
    if (step !== 'book') {
      const fate = fates.get(booking.bookingId);
      if (fate && isWaiting(fate)) return { booking, steps: steps.slice(at) };
      await act(context, step, booking.bookingId, fates);
      continue;
    }
    const { fate, fromLine } = await sell(context, booking);
    fates.set(booking.bookingId, fate);
    if (booking.way === 'bookRoom' || isWaiting(fate)) continue;
    if (fromLine) return { booking, steps: steps.slice(at + 1) };
    await act(context, 'confirm', booking.bookingId, fates);
  }
  return null;
}

type Evening = { evening: Task[]; waiting: Set<string> };

/**
 * Holds that functions granted, to who stood in line or on the waiting list, last until minutes from the machine's now: by its
 * time they are confirmed. Then the day goes on for them, and who is to come or cancel now and has no room waits no longer.
 */
async function endDay(context: RunContext, date: string, { evening, waiting }: Evening, fates: Fates): Promise<void> {
  const { clients, clock } = context;
  clock.end();
  const offered = await findOffers(
    context,
    [...waiting].flatMap((id) => fates.get(id) ?? []),
  );
  const held = new Set([...offered, ...evening].map(({ booking }) => booking.bookingId));
  await atOnce(held, clients, (id) => act(context, 'confirm', id, fates));
  clock.begin(date);
  await atOnce(evening, clients, async ({ booking, steps }) => {
    if (steps.some(isEnd)) await act(context, 'leave', booking.bookingId, fates);
  });
  await atOnce(evening, clients, async (task) => {
    await runTask(context, task, fates);
  });
  for (const id of waiting) {
    const fate = fates.get(id);
    if (fate && !isWaiting(fate)) waiting.delete(id);
  }
}

/** Nobody waits beyond it. */
function isEnd(step: Task['steps'][number]): boolean {
  return step === 'cancel' || step === 'checkIn' || step === 'noShow';
}

async function act(context: RunContext, name: ActName, bookingId: string, fates: Fates): Promise<void> {
  const fate = fates.get(bookingId);
  if (fate) await perform(context, name, fate, context.clock.today);
}
