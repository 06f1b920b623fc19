import type { Context } from '@aws-appsync/utils';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import { plainEmail } from '../../core/portable/search/searchKeys.ts';
import { fail } from '../lib/answer/fail.ts';
import { callerOf, verifiedEmailOf } from '../lib/input/caller.ts';

/** One answer to all who may not: whether there is a booking, and whose, they don't learn. */
export function failNotFound(): never {
  fail('NotFound', 'There is no such booking for your e-mail address. Is the address verified?');
}

export function isOwn(ctx: Context, booking: BookingItem): boolean {
  return !!booking.guest_id && booking.guest_id === callerOf(ctx).id;
}

/** Nobody's yet, and made for who has the caller's address. */
export function isClaimable(ctx: Context, booking: BookingItem): boolean {
  const email = verifiedEmailOf(ctx);
  if (!email || booking.guest_id || booking.erased_at) return false;
  return plainEmail(booking.guest.email) === plainEmail(email);
}
