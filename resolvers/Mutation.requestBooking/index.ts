import { begin, sold } from '../steps/selling/begin.ts';
import type { SaleContext } from '../steps/selling/types.ts';

/** Asks the property for a stay: it stands in line at once, and the worker of the line holds its units. The steps lie in resolvers/steps/selling/. */
export function request(ctx: SaleContext) {
  return begin(ctx, 'REQUESTED');
}

export function response(ctx: SaleContext) {
  return sold(ctx);
}
