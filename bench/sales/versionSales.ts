import {
  BatchGetItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import { dateOf, indexes } from '../../core/portable/days/dates.ts';
import type { SaleMethod, Target } from '../generator/job.ts';
import { newBookingItem } from './bookingItem.ts';
import { attempt, createDynamoDb } from './dynamodb.ts';
import { putBooking } from './pageSales.ts';
import { drawPageStay, readPages } from './pages.ts';
import type { Sales } from './sales.ts';

type VersionMethod = Extract<SaleMethod, { kind: 'version' }>;

/** One room night as this method keeps it. */
export type NightItem = { property_id: string; night: string; available: number; version: number };

/** Sort key of a night's item. */
export function nightKey(roomTypeId: string, date: string): string {
  return `${roomTypeId}#${date}`;
}

/**
 * What is often done instead: an item a room night with a version; read the nights, compare, write on condition that no
 * version changed. Several nights, or a booking record, take a transaction; one night alone takes a plain update.
 */
export async function openVersionSales(method: VersionMethod, target: Target, clients: number): Promise<Sales> {
  const client = createDynamoDb({ url: target.dynamodbUrl, region: target.region, connections: clients });
  // Only to draw the same stays as the other methods: the pages are not sold from.
  const pages = await readPages(client, target);
  const { propertyId } = target;
  return {
    next: () => {
      const { page, roomTypeId, stay } = drawPageStay(pages, method.demand);
      const nights = stay.parts.flatMap(({ month, from, to }) =>
        indexes(from, to).map((index) => nightKey(roomTypeId, dateOf(month, index))),
      );
      const booking = method.booking ? newBookingItem({ propertyId, roomTypeId, stay, rates: page.rate }) : null;
      return () => attempt(() => sell(client, target, nights, booking));
    },
    close: async () => client.destroy(),
  };
}

async function sell(client: DynamoDBClient, target: Target, keys: string[], booking: BookingItem | null) {
  const nights = await readNights(client, target, keys);
  const [update, ...others] = nights.map((night) => updateOf(night, target));
  if (!update || nights.length < keys.length) throw new Error(`Some of the nights ${keys.join(', ')} are not loaded.`);
  if (others.length === 0 && !booking) return client.send(new UpdateItemCommand(update));
  const put = booking ? [putBooking(target.tables.bookings, booking)] : [];
  const updates = [update, ...others].map((Update) => ({ Update }));
  return client.send(new TransactWriteItemsCommand({ TransactItems: [...put, ...updates] }));
}

async function readNights(client: DynamoDBClient, target: Target, nights: string[]): Promise<NightItem[]> {
  const { tables, propertyId } = target;
  const keys = nights.map((night) => marshall({ property_id: propertyId, night }));
  if (keys.length === 1) {
    const get = new GetItemCommand({ TableName: tables.nights, Key: keys[0], ConsistentRead: true });
    const { Item } = await client.send(get);
    return Item ? [unmarshall(Item) as NightItem] : [];
  }
  const batch = { RequestItems: { [tables.nights]: { Keys: keys, ConsistentRead: true } } };
  const { Responses } = await client.send(new BatchGetItemCommand(batch));
  return (Responses?.[tables.nights] ?? []).map((item) => unmarshall(item) as NightItem);
}

type NightUpdate = UpdateItemCommandInput & Required<Pick<UpdateItemCommandInput, 'UpdateExpression'>>;

function updateOf({ property_id, night, available, version }: NightItem, { tables }: Target): NightUpdate {
  if (available < 1) throw new Error(`The night ${night} ran out of units during the measurement.`);
  return {
    TableName: tables.nights,
    Key: marshall({ property_id, night }),
    UpdateExpression: 'SET available = available - :units, version = version + :one',
    ConditionExpression: 'version = :expected AND available >= :units',
    ExpressionAttributeValues: marshall({ ':units': 1, ':one': 1, ':expected': version }),
  };
}
