import { toDate } from '../dayNumbers.ts';
import type { Reservation } from '../read/reservation.ts';
import type { HotelPlan } from './hotel.ts';
import { lifeOf, type Step } from './life.ts';
import { type PlannedBooking, plannedBooking } from './plannedBooking.ts';

/** What happens to one booking on one day, step after step. */
export type Task = { booking: PlannedBooking; steps: Step[] };

export type PlannedDay = { date: string; tasks: Task[] };

/**
 * When in the day a task begins: whoever leaves, cancels or changes gives nights back before others book them, and guests
 * arrive in the afternoon, those who have booked today as well.
 */
const TIME_OF_DAY: Record<Step, number> = {
  checkOut: 0,
  cancel: 1,
  lengthen: 2,
  shorten: 2,
  book: 3,
  checkIn: 4,
  noShow: 4,
};

/**
 * All that happens, by day. What happens to one booking on one day is one task; tasks of the same time of day stand in the
 * order of the rows, as the data tells no times.
 * @param reservations stays only, of the hotels in `hotels`
 * @param only the steps to plan; all where not given
 */
export function schedule(reservations: Reservation[], hotels: Map<string, HotelPlan>, only?: Step[]): PlannedDay[] {
  const days = new Map<number, Task[]>();
  for (const reservation of reservations.toSorted((a, b) => a.row - b.row)) {
    const booking = plannedBooking(reservation, hotels);
    const life = lifeOf(reservation).filter(({ step }) => !only || only.includes(step));
    for (const [day, events] of Map.groupBy(life, ({ day }) => day)) {
      const task = { booking, steps: events.map(({ step }) => step) };
      const tasks = days.get(day);
      if (tasks) tasks.push(task);
      else days.set(day, [task]);
    }
  }
  return [...days]
    .sort(([a], [b]) => a - b)
    .map(([day, tasks]) => ({ date: toDate(day), tasks: tasks.sort((a, b) => timeOf(a) - timeOf(b)) }));
}

function timeOf({ steps: [first] }: Task): number {
  return first ? TIME_OF_DAY[first] : 0;
}
