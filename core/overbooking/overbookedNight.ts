import type { CalendarPage } from '../portable/items/calendarPage.ts';
import { dateOf, parseDay } from '../portable/days/dates.ts';

/** One night of one room type. `date` is the property's calendar date. */
export type RoomNight = { property_id: string; room_type_id: string; date: string };

/** A night of which more is sold and held than its room type may oversell. */
export type OverbookedNight = RoomNight & {
  /** See {@link overbookingId}. */
  overbooking_id: string;
  /** Units beyond the allowance, at least 1. */
  shortfall: number;
};

/** The same for the same night, however often it is found: so there is one record of it. Ids of the catalog have no #. */
export function overbookingId(night: RoomNight): string {
  return `${night.property_id}#${night.room_type_id}#${night.date}`;
}

/** The night of an id that a client sent; null where it is none. */
export function nightOfId(id: string): RoomNight | null {
  const parts = id.split('#');
  if (parts.length !== 3 || parts[0] === '' || parts[1] === '' || !parseDay(parts[2])) return null;
  return { property_id: parts[0], room_type_id: parts[1], date: parts[2] };
}

/** What the sort key of a page is made of; `month` is `YYYY-MM`. */
export function partsOfPageKey(page: string): { month: string; roomTypeId: string } {
  return { month: page.slice(0, 7), roomTypeId: page.slice(8) };
}

/**
 * The nights of a page that are overbooked, in order: `available < -allowance`.
 * @param allowance units that the room type may be sold below zero
 */
export function overbookedNights(page: CalendarPage, allowance: number): OverbookedNight[] {
  const { month, roomTypeId } = partsOfPageKey(page.page);
  return page.available_units.flatMap((available, index) => {
    const shortfall = -allowance - available;
    if (shortfall <= 0) return [];
    const night = { property_id: page.property_id, room_type_id: roomTypeId, date: dateOf(month, index) };
    return [{ ...night, overbooking_id: overbookingId(night), shortfall }];
  });
}
