import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ReminderPlan, ReminderState } from '../../core/reminders/planReminder.ts';
import { planReminder } from '../../core/reminders/planReminder.ts';
import { arriving, reminding } from '../../core/reminders/testing/samples.ts';
import { bringInLine } from './bringInLine.ts';

const NOW = Date.parse('2027-01-01T00:00:00Z');
const statuses = fc.constantFrom('CONFIRMED' as const, 'CONFIRMED' as const, 'CANCELLED' as const);
const arrivals = fc.constantFrom('2027-03-30', '2027-04-02', '2027-02-01');
const versions = fc.array(fc.record({ status: statuses, arrival: arrivals }), { minLength: 1, maxLength: 5 });

/** What the schedule says once this plan is carried out; null where there is none. */
function scheduleAfter(plan: ReminderPlan, before: string | null): string | null {
  if (plan.kind === 'SCHEDULE') return `${plan.reminder.arrival} ${plan.at}`;
  return plan.kind === 'REMOVE' ? null : before;
}

const stateOf = (version: { status: 'CONFIRMED' | 'CANCELLED'; arrival: string }): ReminderState => ({
  booking: arriving(version),
  property: reminding(24),
  sent: null,
});

it('whatever the order and repetition of events and calls, the schedule ends as the newest version says', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), versions, fc.infiniteStream(fc.boolean()), async (s, all, twice) => {
      let [written, current, schedule] = [0, stateOf(all[0]), null as string | null];
      const consume = (label: string) =>
        bringInLine({
          // What is read is as old as its answer's way back.
          read: () => Promise.resolve(current).then((read) => s.schedule(Promise.resolve(read), `${label} reads`)),
          carryOut: async (plan) => {
            await s.schedule(Promise.resolve(), `${label} calls`);
            schedule = scheduleAfter(plan, schedule);
            await s.schedule(Promise.resolve(), `${label} is answered`);
          },
          now: () => NOW,
        });
      // The event of a version comes after it was written: at once or much later, once or twice.
      const deliveries: Promise<void>[] = [];
      for (const at of all.keys()) {
        deliveries.push(
          s.schedule(Promise.resolve(), `version ${at}`).then(async () => {
            // Versions are written in their order, whenever it is.
            current = stateOf(all[written++]);
            const events = Array.from({ length: twice.next().value ? 2 : 1 }, async (_, copy) => {
              await s.schedule(Promise.resolve(), `event ${at}.${copy}`);
              await consume(`event ${at}.${copy}`);
            });
            await Promise.all(events);
          }),
        );
      }
      await s.waitIdle();
      await Promise.all(deliveries);
      expect(current).toEqual(stateOf(all[all.length - 1]));
      expect(schedule).toBe(scheduleAfter(planReminder(current, NOW), null));
    }),
    { numRuns: 500 },
  );
});

it('a booking that changes after each write comes again', async () => {
  let round = 0;
  const read = async () => stateOf({ status: 'CONFIRMED', arrival: `2027-03-${10 + round++}` });
  await expect(bringInLine({ read, carryOut: async () => {}, now: () => NOW })).rejects.toThrow('changes faster');
});
