import { type BookingItem, isRepeat } from '../../../core/portable/items/booking.ts';
import { fail } from '../../lib/answer/fail.ts';
import { failUnlessPassing } from '../../lib/answer/outcome.ts';
import type { SaleContext } from './types.ts';

/** Why an item of a transaction was refused, with the item as it is. */
export type Reason = { type: string; item?: unknown };

/**
 * Takes over what a transaction that puts the booking first has made of it. The booking goes before all other reasons: a
 * repeat of a sale that sold out the night fails on both.
 * @returns why its items were refused; null where the booking is there, or nobody can tell
 */
export function refusedBy(ctx: SaleContext): Reason[] | null {
  if (!ctx.error) {
    ctx.stash.isDone = true;
    return null;
  }
  const reasons: Reason[] | null | undefined = ctx.result?.cancellationReasons;
  if (!reasons) {
    failUnlessPassing(ctx.error);
    return null;
  }
  const existing = reasons[0].item as BookingItem | null | undefined;
  if (!existing) return reasons;
  // An earlier attempt of this request made it, or somebody else's id is the same.
  if (!isRepeat(existing, ctx.stash.booking)) fail('IdempotencyConflict', 'This bookingId is already used.');
  ctx.stash.booking = existing;
  ctx.stash.isDone = true;
  return null;
}
