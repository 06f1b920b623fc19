import { begin, sold } from '../steps/selling/begin.ts';
import type { SaleContext } from '../steps/selling/types.ts';

/** Sells a stay at once. The steps lie in resolvers/steps/selling/. */
export function request(ctx: SaleContext) {
  return begin(ctx, 'CONFIRMED');
}

export function response(ctx: SaleContext) {
  return sold(ctx);
}
