import { type CalendarPage, pageKey } from '../../../core/portable/items/calendarPage.ts';
import { plainPage } from '../dynamodb/plainPage.ts';
import { queryAll } from '../dynamodb/queryAll.ts';

/** `#` sorts before and `~` after every character of a room type's id, so the range takes whole months. */
const AFTER_ALL = '~';

/** A consistent read of all calendar pages of a property for some months, `YYYY-MM`, both inclusive. */
export async function readCalendar(
  table: string,
  propertyId: string,
  months: { first: string; last: string },
): Promise<CalendarPage[]> {
  const items = await queryAll<Record<string, unknown>>({
    TableName: table,
    ConsistentRead: true,
    KeyConditionExpression: '#p = :p AND #g BETWEEN :first AND :last',
    ExpressionAttributeNames: { '#p': 'property_id', '#g': 'page' },
    ExpressionAttributeValues: {
      ':p': propertyId,
      ':first': pageKey(months.first, ''),
      ':last': pageKey(months.last, AFTER_ALL),
    },
  });
  return items.map(plainPage);
}
