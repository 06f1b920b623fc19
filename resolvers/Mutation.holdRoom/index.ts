import { begin, sold } from '../steps/selling/begin.ts';
import type { SaleContext } from '../steps/selling/types.ts';

/** Holds a stay: what bookRoom does, but its units are held, not sold, and for a time only. The steps lie in resolvers/steps/selling/. */
export function request(ctx: SaleContext) {
  return begin(ctx, 'HELD');
}

export function response(ctx: SaleContext) {
  return sold(ctx);
}
