import { pageKey } from '../../portable/items/calendarPage.ts';
import type { PageWrite } from '../../portable/sale/expressions.ts';
import { movableStanding } from '../reallocation/booking.ts';
import type { PlannedMove } from '../reallocation/plan.ts';
import { stayParts } from '../stayDates.ts';
import { bookingMove } from './bookingMove.ts';
import { enterPage, leavePage } from './pageMoves.ts';

/** One conditional update; `table` is its name in the functions' manifest. */
export type MoveWrite = PageWrite &
  (
    | { table: 'Bookings'; key: { booking_id: string } }
    | { table: 'Inventory'; key: { property_id: string; page: string } }
  );

/**
 * The writes of one move, for one transaction: the booking, the pages it leaves, the pages it goes to; at most 11 for a
 * stay of 92 nights. They fail where the booking changed, the new room type is no longer free, or the nights of a page that
 * it should relieve came right without it. So a move can be sent twice, and beside sales and cancellations: plan again
 * from fresh reads.
 * A move that staff chose names no nights in `relieves` and asks for nothing of those it leaves.
 * @param now ISO 8601
 */
export function moveWrites({ booking, from, to, relieves }: PlannedMove, now: string): MoveWrite[] {
  const { booking_id, property_id, units } = booking;
  const taken = movableStanding(booking.status) === 'HELD' ? ('HELD' as const) : ('SOLD' as const);
  const parts = stayParts(booking).map((part) => ({ part, units, taken }));
  const keyOf = (month: string, roomTypeId: string) => ({ property_id, page: pageKey(month, roomTypeId) });
  return [
    { table: 'Bookings', key: { booking_id }, ...bookingMove(booking, to, now) },
    ...parts.map((page) => {
      const write = leavePage(page, relieves, now);
      return { table: 'Inventory' as const, key: keyOf(page.part.month, from), ...write };
    }),
    ...parts.map((page) => {
      const write = enterPage(page, now);
      return { table: 'Inventory' as const, key: keyOf(page.part.month, to), ...write };
    }),
  ];
}
