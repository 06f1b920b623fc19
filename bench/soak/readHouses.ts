import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import type { CalendarPage } from '../../core/portable/items/calendarPage.ts';
import type { Cloud } from '../../local/cloud/contract.ts';
import { LOCAL_ADMINISTRATOR } from '../../local/iam/administrator.ts';
import type { TableContents } from '../replay/audit/scanTables.ts';

/** All pages and bookings of these houses, read past the API and its resolvers. @throws what DynamoDB throws */
export async function readHouses(
  { dynamodbUrl, region, tables }: Pick<Cloud, 'dynamodbUrl' | 'region' | 'tables'>,
  propertyIds: readonly string[],
): Promise<TableContents> {
  const client = new DynamoDBClient({ endpoint: dynamodbUrl, region, credentials: LOCAL_ADMINISTRATOR });
  const documents = DynamoDBDocumentClient.from(client);
  const all = async (table: string, index?: string): Promise<unknown[]> => {
    const lists = await Promise.all(propertyIds.map((id) => ofHouse(documents, id, table, index)));
    return lists.flat();
  };
  try {
    return {
      pages: (await all(tables.Inventory)) as CalendarPage[],
      bookings: (await all(tables.Bookings, 'byProperty')) as BookingItem[],
    };
  } finally {
    client.destroy();
  }
}

async function ofHouse(client: DynamoDBDocumentClient, propertyId: string, TableName: string, IndexName?: string) {
  const items: unknown[] = [];
  const input = {
    TableName,
    IndexName,
    KeyConditionExpression: 'property_id = :p',
    ExpressionAttributeValues: { ':p': propertyId },
  };
  for await (const { Items = [] } of paginateQuery({ client }, input)) items.push(...Items);
  return items;
}
