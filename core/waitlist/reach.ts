import { pageKey } from '../portable/items/calendarPage.ts';
import type { WaitlistItem } from '../portable/items/waitlist.ts';
import { parseDay } from '../portable/days/dates.ts';
import { planStay } from '../portable/sale/stay.ts';

type Stay = Pick<WaitlistItem, 'room_type_id' | 'arrival' | 'departure'>;

/** Keys of the pages that a stay is decided by: those of its nights, and that of its day of departure. */
export function pagesOf({ room_type_id, arrival, departure }: Stay): string[] {
  const { parts, departureMonth } = planStay(parseDay(arrival)!, parseDay(departure)!);
  const months = new Set([...parts.map(({ month }) => month), departureMonth]);
  return [...months].map((month) => pageKey(month, room_type_id));
}

/** Does the stay take nights of the month, `YYYY-MM`? */
export function takesNightsOf(month: string, { arrival, departure }: Pick<Stay, 'arrival' | 'departure'>): boolean {
  return arrival.slice(0, 7) <= month && departure > `${month}-01`;
}
