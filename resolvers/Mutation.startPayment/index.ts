import type { MutationStartPaymentArgs } from '../../generated/types.ts';
import { begin } from '../steps/changing/begin.ts';
import type { ChangeContext } from '../steps/changing/types.ts';

/** The caller must see the booking; the function looks whether it can be paid for. */
export function request(ctx: ChangeContext<MutationStartPaymentArgs>) {
  return begin(ctx, ctx.args.id);
}

export function response(ctx: ChangeContext<MutationStartPaymentArgs>) {
  return ctx.prev.result;
}
