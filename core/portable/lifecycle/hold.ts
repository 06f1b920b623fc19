import type { BookingItem } from '../items/booking.ts';

/** A hold never lasts longer in all, however often it is extended. */
export const LONGEST_HOLD_SECONDS = 86400;

type Hold = Pick<BookingItem, 'booking_id' | 'hold_until' | 'held_at' | 'hold_seconds' | 'hold_shard'>;

/** What a booking has while its units are held. @param until epoch milliseconds; @param now as well */
export function holdAttributes(
  bookingId: string,
  until: number,
  seconds: number,
  now: number,
): Omit<Hold, 'booking_id'> {
  return { hold_until: until, held_at: now, hold_seconds: seconds, hold_shard: holdShard(bookingId) };
}

/** Every {@link holdShard}. */
export const HOLD_SHARDS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/** Spreads the index of holds over partitions: by the last character of the id, which is random. Clients may let theirs end in a hyphen. */
function holdShard(bookingId: string): string {
  const last = bookingId.slice(bookingId.length - 1).toUpperCase();
  return HOLD_SHARDS.indexOf(last) < 0 ? HOLD_SHARDS[0] : last;
}

/** Has the hold or request run out? From that instant on its units may be sold to others, whoever has noticed. */
export function hasRunOut(booking: Pick<BookingItem, 'hold_until'>, now: number): boolean {
  return (booking.hold_until ?? 0) <= now;
}
