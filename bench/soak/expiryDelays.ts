import type { BookingItem } from '../../core/portable/items/booking.ts';
import type { Guest } from './guest.ts';

/** Of every hold and request that ended by itself: how long after its time, in milliseconds. */
export function expiryDelays(bookings: readonly BookingItem[], guests: readonly Guest[]): number[] {
  const ended = new Map(bookings.filter(({ status }) => status === 'EXPIRED').map((item) => [item.booking_id, item]));
  return guests.flatMap(({ seen }) =>
    [...seen].flatMap(([id, versions]) => {
      const item = ended.get(id);
      const last = versions.findLast(({ booking }) => booking.version === (item?.version ?? 0) - 1);
      const due = last?.booking.holdExpiresAt;
      return item && due ? [Date.parse(item.updated_at) - Date.parse(due)] : [];
    }),
  );
}
