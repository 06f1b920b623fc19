import type { BookingItem } from '../items/booking.ts';
import type { Change } from '../lifecycle/change.ts';

/** What the function free-stock is asked to write. */
export type FreeStockEvent = { change: Change };

/**
 * `beaten`: the booking is not as it was read, or its hold has run out; it is `current`. `refused`: a page does not allow the change. `contended`: others were
 * writing every time.
 */
export type FreeStockAnswer = {
  outcome: 'done' | 'beaten' | 'refused' | 'contended';
  current: BookingItem | null;
};
