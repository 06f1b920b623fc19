import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import type { CalendarPage } from '../../../core/portable/items/calendarPage.ts';
import type { Cloud } from '../../../local/cloud/contract.ts';
import { LOCAL_ADMINISTRATOR } from '../../../local/iam/administrator.ts';

/**
 * Without a limit DynamoDB Local reads all that is left of the table for every page of a scan: slow with 30,000 items,
 * and with 50,000 it fails for want of memory.
 */
const PAGE_ITEMS = 300;

/** All that the tables hold, read past the API and its resolvers. */
export type TableContents = { pages: CalendarPage[]; bookings: BookingItem[] };

/** Reads both tables whole, consistently. @throws what DynamoDB throws, or when the cloud names no such table */
export async function scanTables(cloud: Pick<Cloud, 'dynamodbUrl' | 'region' | 'tables'>): Promise<TableContents> {
  const client = new DynamoDBClient({
    endpoint: cloud.dynamodbUrl,
    region: cloud.region,
    credentials: LOCAL_ADMINISTRATOR,
  });
  try {
    const documents = DynamoDBDocumentClient.from(client);
    return {
      pages: (await scan(documents, tableName(cloud, 'Inventory'))) as CalendarPage[],
      bookings: (await scan(documents, tableName(cloud, 'Bookings'))) as BookingItem[],
    };
  } finally {
    client.destroy();
  }
}

function tableName({ tables }: Pick<Cloud, 'tables'>, name: string): string {
  const physical = tables[name];
  if (!physical) throw new Error(`The cloud has no table ${name}, only ${Object.keys(tables).join(', ')}.`);
  return physical;
}

async function scan(client: DynamoDBDocumentClient, TableName: string): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const page of paginateScan({ client, pageSize: PAGE_ITEMS }, { TableName, ConsistentRead: true })) {
    items.push(...(page.Items ?? []).map(withLists));
  }
  return items;
}

/** The SDK gives number sets as `Set`; the core knows them as lists. */
function withLists(item: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => [name, value instanceof Set ? [...value] : value]),
  );
}
