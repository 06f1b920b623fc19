import type { Context } from '@aws-appsync/utils';
import type { MutationPutRoomTypeArgs, PutRoomTypeInput } from '../../generated/types.ts';
import { requireProperty } from '../lib/input/caller.ts';
import { checkId, checkRange, checkText } from '../lib/input/checks.ts';

function check(input: PutRoomTypeInput): void {
  checkId('propertyId', input.propertyId);
  checkId('id', input.id);
  checkText('name', input.name, 200);
  checkRange('rank', input.rank, 0, 1000);
  checkRange('adults', input.adults, 1, 50);
  checkRange('children', input.children ?? 0, 0, 50);
  checkRange('oversellAllowance', input.oversellAllowance ?? 0, 0, 1000);
}

/** Who may do it, and with what. Then `property` -> `write`. */
export function request(ctx: Context<MutationPutRoomTypeArgs>) {
  check(ctx.args.input);
  requireProperty(ctx, ctx.args.input.propertyId);
  return {};
}

export function response(ctx: Context<MutationPutRoomTypeArgs>) {
  return ctx.prev.result;
}
