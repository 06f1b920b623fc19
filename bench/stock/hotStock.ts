import {
  CreateTableCommand,
  type DynamoDBClient,
  PutItemCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { type CalendarPage, pageKey } from '../../core/portable/items/calendarPage.ts';
import { PROPERTY_KEY, type PropertyItem, type RoomTypeItem, roomTypeKey } from '../../core/portable/items/catalog.ts';
import { dateOf, indexes } from '../../core/portable/days/dates.ts';
import type { Target } from '../generator/job.ts';
import { type NightItem, nightKey } from '../sales/versionSales.ts';

export const HOT_PROPERTY = 'bench-hot';
const ROOM_TYPE = 'HOT';
const MONTH = '2040-01';
const DAYS = 31;
/** More than any measurement sells: whoever is refused is refused without need. */
const UNITS = 1_000_000_000;
const RATE = 12_500;

/**
 * One room type and month that all clients want: as a calendar page, and as an item a night. Makes the tables of all but
 * the catalog; written past the API, which takes no such stock. The product's own table gets
 * the page too, to be sold by the API.
 */
export async function loadHotStock(
  client: DynamoDBClient,
  tables: Target['tables'],
  product: { inventory: string; region: string },
): Promise<void> {
  await createTable(client, tables.inventory, 'property_id', 'page');
  await createTable(client, tables.nights, 'property_id', 'night');
  await createTable(client, tables.bookings, 'booking_id');
  const put = (TableName: string, item: object) => client.send(new PutItemCommand({ TableName, Item: marshall(item) }));
  for (const inventory of [tables.inventory, product.inventory]) await put(inventory, page());
  for (const item of catalogItems(product.region)) await put(tables.catalog, item);
  for (const night of nights()) await put(tables.nights, night);
}

async function createTable(client: DynamoDBClient, TableName: string, ...keys: string[]): Promise<void> {
  const create = new CreateTableCommand({
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: keys.map((AttributeName, at) => ({ AttributeName, KeyType: at === 0 ? 'HASH' : 'RANGE' })),
  });
  await client.send(create);
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName });
}

function page(): CalendarPage {
  const all = (value: number) => indexes(0, DAYS).map(() => value);
  return {
    property_id: HOT_PROPERTY,
    page: pageKey(MONTH, ROOM_TYPE),
    version: 1,
    total_units: all(UNITS),
    available_units: all(UNITS),
    reserved_units: all(0),
    rate: all(RATE),
    min_stay: all(1),
    updated_at: new Date().toISOString(),
    expiry_time: Date.UTC(2041, 0) / 1000,
  };
}

function nights(): NightItem[] {
  return indexes(0, DAYS).map((index) => ({
    property_id: HOT_PROPERTY,
    night: nightKey(ROOM_TYPE, dateOf(MONTH, index)),
    available: UNITS,
    version: 1,
  }));
}

function catalogItems(region: string): [PropertyItem, RoomTypeItem] {
  const common = { property_id: HOT_PROPERTY, version: 1, updated_at: new Date().toISOString() };
  const property = { name: 'Hot', city: 'Lisbon', country: 'PT', time_zone: 'Europe/Lisbon', currency: 'EUR' };
  return [
    { ...common, sk: PROPERTY_KEY, ...property, home_region: region },
    {
      ...common,
      sk: roomTypeKey(ROOM_TYPE),
      room_type_id: ROOM_TYPE,
      name: 'Hot',
      rank: 1,
      adults: 2,
      children: 0,
      oversell_allowance: 0,
    },
  ];
}
