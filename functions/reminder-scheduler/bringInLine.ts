import { isSamePlan, planReminder, type ReminderPlan, type ReminderState } from '../../core/reminders/planReminder.ts';

export type Ports = {
  read(): Promise<ReminderState>;
  carryOut(plan: ReminderPlan): Promise<void>;
  /** Epoch milliseconds. */
  now(): number;
};

/** A booking changes seldom; one that others change all the time comes again by its own events. */
const ROUNDS = 5;

/**
 * Makes a booking's schedule what the tables say. Two who do so at the same time may write in another order than they read:
 * so each reads again after it wrote, and goes on until what it wrote is still right. Whoever writes last has then written
 * the newest, whatever the order of events and however often they come.
 * @throws when the booking changed in each of five rounds
 */
export async function bringInLine({ read, carryOut, now }: Ports): Promise<void> {
  let plan = planReminder(await read(), now());
  for (let round = 0; round < ROUNDS; round++) {
    if (plan.kind === 'LEAVE') return;
    await carryOut(plan);
    const next = planReminder(await read(), now());
    if (isSamePlan(plan, next)) return;
    plan = next;
  }
  throw new Error('The booking changes faster than its schedule can follow.');
}
