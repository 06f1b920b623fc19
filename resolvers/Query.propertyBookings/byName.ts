import { keysOf, lookAt } from './look.ts';
import type { ListContext } from './types.ts';

export function request(ctx: ListContext) {
  return lookAt(ctx, 'byName', 'name_bucket');
}

export function response(ctx: ListContext) {
  ctx.stash.byName = keysOf(ctx);
  return null;
}
