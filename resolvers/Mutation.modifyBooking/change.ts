import { runtime } from '@aws-appsync/utils';
import type { CalendarPage } from '../../core/portable/items/calendarPage.ts';
import { cancellationFee } from '../../core/portable/lifecycle/cancellationFee.ts';
import { unpaidRefusal } from '../../core/portable/lifecycle/paymentRefusal.ts';
import { wantedOf } from '../../core/portable/modify/modifiedBooking.ts';
import { modify } from '../../core/portable/modify/modify.ts';
import { modifyRefusal } from '../../core/portable/modify/modifyRefusal.ts';
import { partyRefusal } from '../../core/portable/sale/party.ts';
import { priceRefusal } from '../../core/portable/sale/price.ts';
import { failIf } from '../lib/answer/fail.ts';
import { callerOf } from '../lib/input/caller.ts';
import { momentOf, requireState, takeOver, write } from '../steps/changing/write.ts';
import type { ModifyContext } from './types.ts';

/** The booking as it is wanted, in one transaction that gives back and takes only the difference. */
export function request(ctx: ModifyContext) {
  const { booking, now, today } = momentOf(ctx);
  if (ctx.stash.isDone || ctx.stash.readFor !== booking.version) runtime.earlyReturn(null);
  const { pages, roomType } = ctx.stash;
  requireState('modify', booking, now);
  const wanted = wantedOf(booking, ctx.args.input);
  failIf(partyRefusal(roomType, wanted));
  failIf(modifyRefusal(booking, wanted, pages, roomType.oversell_allowance));
  const change = modify(booking, wanted, pages, roomType.oversell_allowance, now);
  const isGuest = callerOf(ctx).role === 'guest';
  failIf(unpaidRefusal(booking, change.after, isGuest));
  const fee = isGuest ? cancellationFee(booking, today) : 0;
  if (fee > 0) change.after.least_fee = fee;
  failIf(priceRefusal(change.after.total_amount, ctx.args.input.expectedTotal, booking.currency));
  return write(ctx, change);
}

/** A page that refused came with its reason: the next attempt decides by it. */
export function response(ctx: ModifyContext) {
  if (!takeOver(ctx)) return null;
  const found: { item?: unknown }[] = ctx.result?.cancellationReasons ?? [];
  for (const { item } of found) learn(ctx, (item ?? null) as Partial<CalendarPage> | null);
  return null;
}

/** Of the claim nothing is learnt. */
function learn(ctx: ModifyContext, item: Partial<CalendarPage> | null): void {
  if (item && item.page) ctx.stash.pages[item.page] = item as CalendarPage;
}
