import { type Context, type LambdaRequest } from '@aws-appsync/utils';
import type { MutationSetInventoryArgs, SetInventoryInput } from '../generated/types.ts';
import { requireProperty } from './lib/input/caller.ts';
import { checkId, checkNights, checkRange } from './lib/input/checks.ts';
import { fail, failUnavailable } from './lib/answer/fail.ts';

const MOST_NIGHTS = 732;
const FIELDS: (keyof SetInventoryInput)[] = [
  'total',
  'rate',
  'closed',
  'closedToArrival',
  'closedToDeparture',
  'minStay',
];

function check(input: SetInventoryInput): void {
  checkId('propertyId', input.propertyId);
  checkId('roomTypeId', input.roomTypeId);
  checkNights({ name: 'from', date: input.from }, { name: 'to', date: input.to }, MOST_NIGHTS);
  const given = FIELDS.filter((field) => (input[field] ?? null) !== null);
  if (given.length === 0) fail('InvalidInput', `Nothing to set: give at least one of ${FIELDS.join(', ')}.`);
  if (input.weekdays && input.weekdays.length === 0)
    fail('InvalidInput', 'weekdays must name at least one day, or be left out.');
  checkRange('total', input.total ?? 0, 0, 10000);
  checkRange('rate', input.rate ?? 0, 0, 100000000);
  checkRange('minStay', input.minStay ?? 1, 1, 90);
  checkRange('sourceVersion', input.sourceVersion ?? 1, 1, 2147483647);
}

/** Who may do it, and with what; the function writes page by page. */
export function request(ctx: Context<MutationSetInventoryArgs>): LambdaRequest {
  check(ctx.args.input);
  requireProperty(ctx, ctx.args.input.propertyId);
  return { operation: 'Invoke', payload: { input: ctx.args.input } };
}

/** The function answers `{calendar}` or `{refusal: {type, message}}`; it throws only what nobody expects. */
export function response(ctx: Context<MutationSetInventoryArgs>) {
  if (ctx.error) failUnavailable(ctx.error);
  if (ctx.result.refusal) fail(ctx.result.refusal.type, ctx.result.refusal.message);
  return [ctx.result.calendar];
}
