import type { Context } from '@aws-appsync/utils';
import { checkBookingId } from '../lib/input/checks.ts';
import type { MutationStartPaymentArgs } from '../../generated/types.ts';

/** The caller must see the booking; the function looks whether it can be paid for. */
export function request(ctx: Context<MutationStartPaymentArgs>): Record<string, never> {
  checkBookingId('id', ctx.args.id);
  return {};
}

export function response(ctx: Context<MutationStartPaymentArgs>) {
  return ctx.prev.result;
}
