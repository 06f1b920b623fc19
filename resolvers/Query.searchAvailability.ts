import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { QuerySearchAvailabilityArgs, SearchAvailabilityInput } from '../generated/types.ts';
import { checkNotPast, checkRange, checkStay, MOST_UNITS } from './lib/input/checks.ts';
import { fail, failUnavailable } from './lib/answer/fail.ts';
import { checkLimit } from './lib/input/paging.ts';

const MOST_IDS = 1000;
const MOST_KM = 100;
const MOST_PEOPLE = 50;
/** Where it is the earliest date of all the world. */
const LAST_ZONE = 'Etc/GMT+12';

function checkPlaces({ propertyIds, near, sort }: SearchAvailabilityInput): void {
  if (propertyIds && near) fail('InvalidInput', 'Give propertyIds or near, not both.');
  if (propertyIds) {
    if (propertyIds.length < 1 || propertyIds.length > MOST_IDS) {
      fail('InvalidInput', `propertyIds must name 1 to ${MOST_IDS} properties.`);
    }
    if (sort === 'DISTANCE') fail('InvalidInput', 'Only a search near a place can be sorted by DISTANCE.');
  } else if (near) {
    checkRange('latitude', near.latitude, -90, 90);
    checkRange('longitude', near.longitude, -180, 180);
    checkRange('radiusKm', near.radiusKm, 0.1, MOST_KM);
  } else fail('InvalidInput', 'Give propertyIds, or near with a place and a radius.');
}

/** What is searched, with every default filled in; ids and token are checked where they are read. */
export function request(ctx: Context<QuerySearchAvailabilityArgs>): LambdaRequest {
  const input = ctx.args.input;
  checkPlaces(input);
  const stay = checkStay(input.arrival, input.departure);
  checkNotPast('arrival', stay.arrival, LAST_ZONE);
  checkRange('units', input.units ?? 1, 1, MOST_UNITS);
  checkRange('adults', input.adults ?? 1, 1, MOST_PEOPLE);
  checkRange('children', input.children ?? 0, 0, MOST_PEOPLE);
  const search = {
    propertyIds: input.propertyIds ?? null,
    near: input.near ?? null,
    arrival: stay.arrival,
    departure: stay.departure,
    units: input.units ?? 1,
    adults: input.adults ?? 1,
    children: input.children ?? 0,
    sort: input.sort ?? (input.near ? 'DISTANCE' : 'PRICE'),
  };
  return {
    operation: 'Invoke',
    payload: { search, limit: checkLimit(input.limit), nextToken: input.nextToken ?? null },
  };
}

/** The function answers `{connection}` or `{refusal: {type, message}}`; it throws only what nobody expects. */
export function response(ctx: Context<QuerySearchAvailabilityArgs>) {
  if (ctx.error) failUnavailable(ctx.error);
  if (ctx.result.refusal) fail(ctx.result.refusal.type, ctx.result.refusal.message);
  return ctx.result.connection;
}
