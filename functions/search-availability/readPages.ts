import type { PackablePage } from '../../core/cache/packedPage.ts';
import { pageKey } from '../../core/portable/items/calendarPage.ts';
import { queryAll } from '../shared/dynamodb/queryAll.ts';
import { plainPage } from '../shared/dynamodb/plainPage.ts';
import { config } from './config.ts';

/** A page as far as the cache keeps it. */
export type TablePage = PackablePage & { page: string };

/** `#` sorts before and `~` after every character of a room type id, so the range takes whole months. */
const AFTER_ALL = '~';

const NAMES = {
  '#p': 'property_id',
  '#g': 'page',
  '#version': 'version',
  '#available': 'available_units',
  '#rate': 'rate',
  '#least': 'min_stay',
  '#closed': 'closed',
  '#cta': 'closed_to_arrival',
  '#ctd': 'closed_to_departure',
};

/**
 * The pages of a property for some months (`YYYY-MM`, both inclusive), by their key. What goes into the cache must be read
 * consistently.
 */
export async function readPages(
  propertyId: string,
  { first, last }: { first: string; last: string },
  { isConsistent }: { isConsistent: boolean },
): Promise<Map<string, TablePage>> {
  const items = await queryAll({
    TableName: config.inventoryTable,
    KeyConditionExpression: '#p = :p AND #g BETWEEN :from AND :to',
    ProjectionExpression: '#g, #version, #available, #rate, #least, #closed, #cta, #ctd',
    ExpressionAttributeNames: NAMES,
    ExpressionAttributeValues: { ':p': propertyId, ':from': pageKey(first, ''), ':to': pageKey(last, AFTER_ALL) },
    ConsistentRead: isConsistent,
  });
  return new Map(items.map((item) => [item.page as string, plainPage(item)]));
}
