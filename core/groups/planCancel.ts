import type { BookingItem } from '../portable/items/booking.ts';
import type { KeptItem } from '../portable/items/group.ts';
import { cancel, type Cancelling, cancelRefusal } from '../portable/lifecycle/cancel.ts';
import type { Change } from '../portable/lifecycle/change.ts';

/** `kept`: what stays as it is, less what was cancelled before. `bookings`: all, as the changes leave them. */
export type CancelPlan = { changes: Change[]; kept: KeptItem[]; bookings: BookingItem[] };

/**
 * Cancels what can be cancelled.
 * @param bookings of a group, in its order
 * @param today `YYYY-MM-DD`, where their property is; @param now epoch milliseconds
 */
export function planCancel(bookings: BookingItem[], how: Cancelling, today: string, now: number): CancelPlan {
  const plan: CancelPlan = { changes: [], kept: [], bookings: [] };
  for (const booking of bookings) {
    const why = cancelRefusal(booking, today, now);
    const change = why ? null : cancel(booking, how, today, now);
    if (change) plan.changes.push(change);
    else if (booking.status !== 'CANCELLED') plan.kept.push({ booking_id: booking.booking_id, message: why!.message });
    plan.bookings.push(change?.after ?? booking);
  }
  return plan;
}
