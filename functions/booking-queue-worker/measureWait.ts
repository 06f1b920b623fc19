import type { BookingItem } from '../../core/portable/items/booking.ts';
import { measure } from '../shared/measure.ts';

/** Prints how many bookings left the line, and how long the one that waited longest had stood there. */
export function measureWait(settled: BookingItem[], now = Date.now()): void {
  if (settled.length === 0) return;
  const since = settled.map(({ queued_at }) => Date.parse((queued_at ?? '').split('#')[0]));
  const longest = Math.max(0, ...since.filter(Number.isFinite).map((joined) => now - joined));
  measure('QueuedBookingsSettled', settled.length);
  measure('BookingQueueWait', longest, 'Milliseconds');
}
