import { parseDay } from '../days/dates.ts';
import type { BookingItem } from '../items/booking.ts';
import { planStay } from '../sale/stay.ts';
import { pageOf, type Wanted } from './modifiedBooking.ts';
import { nightChanges } from './nightChanges.ts';

type PageName = { month: string; roomTypeId: string };

/** The pages that a change is decided by: those of nights that change, and of the new stay's first and last day. */
export function pagesFor(booking: BookingItem, wanted: Wanted): PageName[] {
  const stay = planStay(parseDay(wanted.arrival)!, parseDay(wanted.departure)!);
  const roomTypeId = wanted.room_type_id;
  const names: PageName[] = nightChanges(booking, wanted).map((night) => ({
    month: night.month,
    roomTypeId: night.roomTypeId,
  }));
  names.push({ month: stay.parts[0].month, roomTypeId }, { month: stay.departureMonth, roomTypeId });
  const keys = names.map((name) => pageOf(name.month, name.roomTypeId));
  return names.filter((name, at) => keys.indexOf(pageOf(name.month, name.roomTypeId)) === at);
}
