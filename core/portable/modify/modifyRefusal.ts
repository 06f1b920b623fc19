import { parseDay } from '../days/dates.ts';
import type { Refusal } from '../errors.ts';
import type { BookingItem } from '../items/booking.ts';
import type { CalendarPage } from '../items/calendarPage.ts';
import { arrivalRefusal, departureRefusal, lengthRefusal, nightRefusal } from '../sale/refusal.ts';
import { planStay } from '../sale/stay.ts';
import { pageOf, type Wanted } from './modifiedBooking.ts';
import { type NightChange, nightChanges } from './nightChanges.ts';

/** Why nights that are over cannot be changed; null where none is. @param today `YYYY-MM-DD`, where the property is */
export function pastNightRefusal(changes: NightChange[], today: string): Refusal | null {
  const past = changes.find(({ date }) => date < today);
  if (!past) return null;
  return { type: 'InvalidState', message: `The night of ${past.date} is over and cannot be changed.` };
}

/** Why the stay of a guest who has come cannot begin on another day; null where it does not, and where nobody has come. */
export function arrivedRefusal({ status, arrival }: BookingItem, wanted: Wanted): Refusal | null {
  if (status !== 'CHECKED_IN' || wanted.arrival === arrival) return null;
  return { type: 'InvalidState', message: `The guest has come: the stay began on ${arrival}.` };
}

/**
 * Why the pages do not allow the change; null where they do. Only what it takes is asked for: nights that the booking has
 * already are its own, whatever closes them to others now.
 * @param pages by {@link pageOf}; null where none is loaded
 */
export function modifyRefusal(
  booking: BookingItem,
  wanted: Wanted,
  pages: Record<string, CalendarPage | null>,
  oversellAllowance: number,
): Refusal | null {
  for (const { roomTypeId, month, index, was, is } of nightChanges(booking, wanted)) {
    const page = pages[pageOf(month, roomTypeId)];
    if (!page) return { type: 'NotFound', message: `No calendar is loaded for ${month}.` };
    const why = is > was ? nightRefusal(page, month, index, { units: is - was, oversellAllowance }) : null;
    if (why) return why;
  }
  const stay = planStay(parseDay(wanted.arrival)!, parseDay(wanted.departure)!);
  const { isNewArrival, isNewDeparture, isShorter } = edgesOf(booking, wanted);
  const first = pages[pageOf(stay.parts[0].month, wanted.room_type_id)];
  const last = pages[pageOf(stay.departureMonth, wanted.room_type_id)] ?? null;
  const why = isNewArrival && first ? arrivalRefusal(first, stay) : null;
  if (why) return why;
  const short = (isNewArrival || isShorter) && first ? lengthRefusal(first, stay) : null;
  return short ?? (isNewDeparture ? departureRefusal(last, stay) : null);
}

/** Which rules of the days of arrival and departure the change comes under. */
export function edgesOf(booking: BookingItem, wanted: Wanted) {
  const isOtherRoom = booking.room_type_id !== wanted.room_type_id;
  return {
    isNewArrival: isOtherRoom || booking.arrival !== wanted.arrival,
    isNewDeparture: isOtherRoom || booking.departure !== wanted.departure,
    isShorter: wanted.departure < booking.departure,
  };
}
