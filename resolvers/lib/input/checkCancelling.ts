import type { Context } from '@aws-appsync/utils';
import type { InputMaybe } from '../../../generated/types.ts';
import { fail } from '../answer/fail.ts';
import { callerOf } from './caller.ts';
import { checkLength } from './checks.ts';

type Args = { reason?: InputMaybe<string>; waiveFee?: InputMaybe<boolean> };

/** How a booking or a group may be cancelled, by the caller. */
export function checkCancelling(ctx: Context<Args>): void {
  const { reason, waiveFee } = ctx.args;
  if (reason) checkLength('reason', reason, 500);
  if (waiveFee && callerOf(ctx).role === 'guest') fail('InvalidInput', 'Only the property may waive the fee.');
}
