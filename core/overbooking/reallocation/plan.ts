import type { CalendarPage } from '../../portable/items/calendarPage.ts';
import type { RoomTypeItem } from '../../portable/items/catalog.ts';
import type { OverbookedNight } from '../overbookedNight.ts';
import type { StayBooking } from './booking.ts';

export type PlanInput = {
  /**
   * The nights to relieve, with the shortfall that `pages` show, less what staff accepted: a night is relieved once as
   * many units came back.
   */
  overbooked: OverbookedNight[];
  /** The property's bookings that touch these nights; those that can't be moved are passed over. */
  bookings: StayBooking[];
  /** All of the property. */
  roomTypes: RoomTypeItem[];
  /** Of all room types, for every night of the bookings. A night without a page takes nobody. */
  pages: CalendarPage[];
};

/** A night that a move relieves: it is overbooked as long as it has fewer than `floor` units available. */
export type ReliefNight = { overbooking_id: string; date: string; floor: number };

/** One whole stay to another room type, at the price it has. To be made in the order of the plan. */
export type PlannedMove = { booking: StayBooking; from: string; to: string; relieves: ReliefNight[] };

/** What the moves leave of a night. */
export type UnresolvedNight = OverbookedNight & {
  /** The bookings that could be walked to a sister property, in the order in which they would be moved. */
  candidates: string[];
};

/** `unresolved` in the order of the ids. */
export type Reallocation = { moves: PlannedMove[]; unresolved: UnresolvedNight[] };
