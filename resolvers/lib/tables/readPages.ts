import { type Context, type DynamoDBQueryRequest, util } from '@aws-appsync/utils';
import { type CalendarPage, pageKey } from '../../../core/portable/items/calendarPage.ts';
import { fail, failUnavailable } from '../answer/fail.ts';

/** Months as `YYYY-MM`, both inclusive, set by an earlier step; `pages` is what {@link response} leaves. */
export type PagesStash = { firstMonth: string; lastMonth: string; pages: Record<string, CalendarPage> };
type PagesContext = Context<{ propertyId: string }, PagesStash>;

/** `#` sorts before and `~` after every character of a room type id, so the range takes whole months. */
const AFTER_ALL = '~';

/** A pipeline step: the calendar pages of all room types of a property for some months, in one Query. */
export function request(ctx: PagesContext): DynamoDBQueryRequest {
  return {
    operation: 'Query',
    query: {
      expression: '#p = :p AND #g BETWEEN :from AND :to',
      expressionNames: { '#p': 'property_id', '#g': 'page' },
      expressionValues: util.dynamodb.toMapValues({
        ':p': ctx.args.propertyId,
        ':from': pageKey(ctx.stash.firstMonth, ''),
        ':to': pageKey(ctx.stash.lastMonth, AFTER_ALL),
      }),
    },
  };
}

/** Leaves the pages in the stash by their key. */
export function response(ctx: PagesContext) {
  if (ctx.error) failUnavailable(ctx.error);
  // One Query answers up to 1 MB, over 900 pages: more means a property beyond what this field is made for.
  if (ctx.result.nextToken) {
    fail('LimitExceeded', 'The property has too many room types for one answer: ask for fewer nights.');
  }
  const pages: Record<string, CalendarPage> = {};
  const items: CalendarPage[] = ctx.result.items;
  for (const item of items) pages[item.page] = item;
  ctx.stash.pages = pages;
  return null;
}
