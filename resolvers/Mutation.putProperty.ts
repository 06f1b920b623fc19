import { type Context, type DynamoDBUpdateItemRequest, util } from '@aws-appsync/utils';
import { LISTING, listingPrefix, PROPERTY_KEY, toProperty } from '../core/portable/items/catalog.ts';
import { toBookingPolicy } from '../core/portable/items/bookingPolicy.ts';
import { placeCell } from '../core/portable/items/placeCell.ts';
import { isTimeZone } from '../core/portable/days/timeZones.ts';
import type { LocationInput, MutationPutPropertyArgs, PutPropertyInput } from '../generated/types.ts';
import { checkId, checkRange, checkRegion, checkText } from './lib/input/checks.ts';
import { fail, failUnavailable } from './lib/answer/fail.ts';
import { checkBookingPolicy } from './lib/input/bookingPolicyInput.ts';
import { pmsAttributes } from './lib/input/pmsInput.ts';

function check(input: PutPropertyInput): void {
  checkId('id', input.id);
  checkText('name', input.name, 200);
  checkText('city', input.city, 100);
  if (input.city.indexOf('#') >= 0) fail('InvalidInput', 'city must not contain #.');
  if (!util.matches('^[A-Z]{2}$', input.country)) fail('InvalidInput', 'country must be two letters, such as PT.');
  if (!util.matches('^[A-Z]{3}$', input.currency)) fail('InvalidInput', 'currency must be three letters, such as EUR.');
  if (!isTimeZone(input.timeZone))
    fail(
      'InvalidInput',
      `timeZone must be an IANA name such as Europe/Lisbon; ${input.timeZone.slice(0, 64)} is none.`,
    );
  if (input.groupId) checkId('groupId', input.groupId);
  if (input.location) checkLocation(input.location);
  if (input.bookingPolicy) checkBookingPolicy(input.bookingPolicy);
  if (input.homeRegion) checkRegion('homeRegion', input.homeRegion);
}

function checkLocation(location: LocationInput): void {
  checkRange('latitude', location.latitude, -90, 90);
  checkRange('longitude', location.longitude, -180, 180);
}

const NAMES = {
  '#version': 'version',
  '#updated': 'updated_at',
  '#name': 'name',
  '#city': 'city',
  '#country': 'country',
  '#zone': 'time_zone',
  '#currency': 'currency',
  '#region': 'home_region',
  '#listing': 'listing',
  '#key': 'listing_key',
  '#lat': 'latitude',
  '#lon': 'longitude',
  '#cell': 'place_cell',
  '#group': 'group_id',
  '#policy': 'booking_policy',
  '#pms_kind': 'pms_kind',
  '#pms_endpoint': 'pms_endpoint',
  '#pms_secret': 'pms_secret',
};
const PMS = ['pms_kind', 'pms_endpoint', 'pms_secret'];

/** Replaces all that may change. What bookings rely on is set once: the condition refuses another value for it. */
export function request(ctx: Context<MutationPutPropertyArgs>): DynamoDBUpdateItemRequest {
  const input = ctx.args.input;
  check(input);
  const values: Record<string, unknown> = {
    ':zero': 0,
    ':one': 1,
    ':now': util.time.nowISO8601(),
    ':name': input.name.trim(),
    ':city': input.city.trim(),
    ':country': input.country,
    ':zone': input.timeZone,
    ':currency': input.currency,
    ':region': input.homeRegion ?? ctx.env.REGION,
    ':listing': LISTING,
    ':policy': toBookingPolicy(input.bookingPolicy),
    ':key': `${listingPrefix(input.city)}${input.id}`,
  };
  const sets = [
    '#version = if_not_exists(#version, :zero) + :one',
    '#updated = :now, #name = :name, #city = :city, #country = :country, #zone = :zone, #currency = :currency',
    '#region = if_not_exists(#region, :region), #listing = :listing, #key = :key, #policy = :policy',
  ];
  const removes: string[] = [];
  if (input.location) {
    sets.push('#lat = :lat, #lon = :lon, #cell = :cell');
    values[':lat'] = input.location.latitude;
    values[':lon'] = input.location.longitude;
    values[':cell'] = placeCell(input.location.latitude, input.location.longitude);
  } else removes.push('#lat, #lon, #cell');
  if (input.groupId) {
    sets.push('#group = :group');
    values[':group'] = input.groupId;
  } else removes.push('#group');
  const pms = pmsAttributes(input.pms);
  for (const name of PMS) {
    if (pms[name]) {
      sets.push(`#${name} = :${name}`);
      values[`:${name}`] = pms[name];
    } else removes.push(`#${name}`);
  }
  const remove = removes.length > 0 ? ` REMOVE ${removes.join(', ')}` : '';
  return {
    operation: 'UpdateItem',
    key: util.dynamodb.toMapValues({ property_id: input.id, sk: PROPERTY_KEY }),
    update: {
      expression: `SET ${sets.join(', ')}${remove}`,
      expressionNames: NAMES,
      expressionValues: util.dynamodb.toMapValues(values),
    },
    condition: unchanged(input),
  };
}

function unchanged(input: PutPropertyInput) {
  const region = input.homeRegion ? ' AND #fixedRegion = :fixedRegion' : '';
  const names: Record<string, string> = {
    '#id': 'property_id',
    '#fixedZone': 'time_zone',
    '#fixedCurrency': 'currency',
  };
  const values: Record<string, unknown> = { ':fixedZone': input.timeZone, ':fixedCurrency': input.currency };
  if (input.homeRegion) {
    names['#fixedRegion'] = 'home_region';
    values[':fixedRegion'] = input.homeRegion;
  }
  return {
    expression: `attribute_not_exists(#id) OR (#fixedZone = :fixedZone AND #fixedCurrency = :fixedCurrency${region})`,
    expressionNames: names,
    expressionValues: util.dynamodb.toMapValues(values),
  };
}

export function response(ctx: Context<MutationPutPropertyArgs>) {
  if (!ctx.error) return toProperty(ctx.result);
  if (ctx.error.type === 'DynamoDB:ConditionalCheckFailedException') {
    fail('InvalidState', 'currency, timeZone and homeRegion of a property that exists cannot be changed.');
  }
  failUnavailable(ctx.error);
}
