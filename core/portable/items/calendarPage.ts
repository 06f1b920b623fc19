/** Sort key of the calendar page of a room type and month. `month` is `YYYY-MM`. */
export function pageKey(month: string, roomTypeId: string): string {
  return `${month}#${roomTypeId}`;
}

/**
 * One item of the inventory table: a room type's nights of one month. Lists are indexed by day of month - 1 and hold
 * the month's days, no more. The restrictions are sets of such indexes, absent when empty: most nights have none, and
 * a page stays under 1 KB, which is one write unit. Every night: available + reserved + sold = total.
 */
export type CalendarPage = {
  property_id: string;
  /** See {@link pageKey}. */
  page: string;
  /** +1 on every write. */
  version: number;
  total_units: number[];
  available_units: number[];
  /** Held. */
  reserved_units: number[];
  /** Minor units; {@link NO_RATE} where none is loaded. */
  rate: number[];
  /** Nights; 1 is no minimum. */
  min_stay: number[];
  closed?: number[] | null;
  closed_to_arrival?: number[] | null;
  closed_to_departure?: number[] | null;
  /** Epoch milliseconds: while it lies ahead, buyers stand in line; see hot.ts. Absent before the first line. */
  hot_until?: number | null;
  /**
   * Somebody waits for nights of the page: whatever becomes free is offered to them in the same transaction. Another
   * number with every stay that joins; absent where nobody waits.
   */
  waiting?: number | null;
  updated_at: string;
  /** Epoch seconds. */
  expiry_time: number;
};

/** What a sale looks at: a page, or as much of one as a cache keeps. */
export type SellablePage = Pick<
  CalendarPage,
  'available_units' | 'rate' | 'min_stay' | 'closed' | 'closed_to_arrival' | 'closed_to_departure'
>;

export const NO_RATE = -1;

/** Is the night in the set? */
export function has(nights: number[] | null | undefined, index: number): boolean {
  return nights ? nights.indexOf(index) >= 0 : false;
}

/** What one night looks like to the operations grid. */
export function calendarNight(page: CalendarPage, index: number, date: string) {
  const total = page.total_units[index];
  const available = page.available_units[index];
  const held = page.reserved_units[index];
  return {
    date,
    total,
    available,
    held,
    sold: total - available - held,
    rate: page.rate[index] === NO_RATE ? null : page.rate[index],
    closed: has(page.closed, index),
    closedToArrival: has(page.closed_to_arrival, index),
    closedToDeparture: has(page.closed_to_departure, index),
    minStay: page.min_stay[index],
  };
}
