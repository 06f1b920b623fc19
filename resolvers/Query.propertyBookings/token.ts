import { util } from '@aws-appsync/utils';
import { behind } from '../../core/portable/search/nameKey.ts';
import { fail } from '../lib/answer/fail.ts';

const PLACE = '^[0-9]{4}-[0-9]{2}-[0-9]{2}#[0-9A-Za-z-]{26,36}$';

/** The token of a search: the place behind which its next page begins. It opens nothing that the caller may not see. */
export function writeToken(place: string): string {
  return util.base64Encode(place);
}

/** The place, or an error where no search for these days of arrival, both inclusive, gave the token. */
export function readToken(token: string, { first, last }: { first: string; last: string }): string {
  const place = util.base64Decode(token);
  const isOne = !!place && util.matches(PLACE, place) && place >= first && place <= behind(last);
  if (!isOne) fail('InvalidInput', 'nextToken must be one that this search answered.');
  return place;
}
