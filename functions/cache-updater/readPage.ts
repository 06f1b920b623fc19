import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { CalendarPage } from '../../core/portable/items/calendarPage.ts';
import { documents } from '../shared/dynamodb/documentClient.ts';
import { plainPage } from '../shared/dynamodb/plainPage.ts';
import { config } from './config.ts';

/** The page as the table has it now; null when it is gone. */
export async function readPage({ property_id, page }: CalendarPage): Promise<CalendarPage | null> {
  const { Item } = await documents.send(
    new GetCommand({ TableName: config.inventoryTable, Key: { property_id, page }, ConsistentRead: true }),
  );
  return Item ? plainPage(Item) : null;
}
