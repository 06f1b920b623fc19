import type { Refusal } from '../../core/portable/errors.ts';
import { hitOf } from '../../core/search/hit.ts';
import { pageOfHits } from '../../core/search/page.ts';
import { monthsOf, type Search, stayOf } from '../../core/search/search.ts';
import type { SearchConnection } from '../../generated/types.ts';
import { localDate } from '../shared/localDate.ts';
import { candidates } from './candidates.ts';
import { readToken, tokenOf } from './nextToken.ts';
import { readStock } from './readStock.ts';
import { searchResult } from './searchResult.ts';
import { wrongInput } from './wrongInput.ts';

export type Event = { search: Search; limit: number; nextToken: string | null };
export type Answer = { connection: SearchConnection } | { refusal: Refusal };

/** Finds the candidates, reads what they have for the stay, keeps those that can sell it, and answers one page of them. */
export async function handler({ search, limit, nextToken }: Event): Promise<Answer> {
  const wrong = wrongInput(search);
  if (wrong !== null) return refuse(wrong);
  const after = nextToken === null ? null : readToken(search, nextToken);
  if (nextToken !== null && !after) return refuse('nextToken is none that this search gave.');
  const stay = stayOf(search);
  const { properties, isFromTables } = await readStock(await candidates(search), monthsOf(stay));
  const today = todayIn();
  const hits = properties.flatMap(
    ({ property, pageOf }) => hitOf(property, pageOf, { search, stay, today: today(property.timeZone) }) ?? [],
  );
  const page = pageOfHits(hits, { sort: search.sort, after, limit });
  return {
    connection: {
      items: page.hits.map(searchResult),
      nextToken: page.next && tokenOf(search, page.next),
      total: hits.length,
      searched: properties.length,
      source: isFromTables ? 'DATABASE' : 'CACHE',
    },
  };
}

/** The date in each time zone at this moment, worked out once for each. */
function todayIn(now = new Date()): (timeZone: string) => string {
  const dates = new Map<string, string>();
  return (timeZone) => {
    const date = dates.get(timeZone) ?? localDate(now, timeZone);
    dates.set(timeZone, date);
    return date;
  };
}

function refuse(message: string): { refusal: Refusal } {
  return { refusal: { type: 'InvalidInput', message } };
}
