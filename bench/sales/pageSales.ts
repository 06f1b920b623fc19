import {
  BatchGetItemCommand,
  type DynamoDBClient,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  type Update,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import { PROPERTY_KEY, roomTypeKey } from '../../core/portable/items/catalog.ts';
import { takeUnits } from '../../core/portable/sale/moveUnits.ts';
import type { SaleMethod, Target } from '../generator/job.ts';
import { newBookingItem } from './bookingItem.ts';
import { attempt, createDynamoDb } from './dynamodb.ts';
import { drawPageStay, type PageStay, readPages } from './pages.ts';
import type { Sales } from './sales.ts';

type PageMethod = Extract<SaleMethod, { kind: 'page' }>;

/**
 * The transaction of `bookRoom`, by the expressions of the core: the booking, and the update of its page. The pages are
 * read once, at the start, as a client's quote is older than its booking; with `reads`, every attempt also makes the
 * read that `bookRoom` begins with.
 */
export async function openPageSales(method: PageMethod, target: Target, clients: number): Promise<Sales> {
  const client = createDynamoDb({ url: target.dynamodbUrl, region: target.region, connections: clients });
  const pages = await readPages(client, target);
  return {
    next: () => {
      const drawn = drawPageStay(pages, method.demand);
      const { page, roomTypeId, stay } = drawn;
      const booking = newBookingItem({ propertyId: target.propertyId, roomTypeId, stay, rates: page.rate });
      return () =>
        attempt(async () => {
          if (method.reads) await read(client, target, page.page, booking);
          const update = pageUpdate(target, drawn, booking);
          if (!method.booking) return client.send(new UpdateItemCommand(update));
          const items = [putBooking(target.tables.bookings, booking), { Update: update }];
          return client.send(new TransactWriteItemsCommand({ TransactItems: items }));
        });
    },
    close: async () => client.destroy(),
  };
}

async function read(client: DynamoDBClient, { tables }: Target, page: string, booking: BookingItem): Promise<void> {
  const { property_id, room_type_id, booking_id } = booking;
  const catalog = [PROPERTY_KEY, roomTypeKey(room_type_id)].map((sk) => marshall({ property_id, sk }));
  await client.send(
    new BatchGetItemCommand({
      RequestItems: {
        [tables.bookings]: { Keys: [marshall({ booking_id })], ConsistentRead: true },
        [tables.catalog]: { Keys: catalog },
        [tables.inventory]: { Keys: [marshall({ property_id, page })], ConsistentRead: true },
      },
    }),
  );
}

function pageUpdate({ tables }: Target, { page, stay }: PageStay, booking: BookingItem) {
  const [part] = stay.parts;
  if (!part || stay.parts.length > 1) throw new Error(`The stay from ${stay.arrival} is not one of one page.`);
  const wish = { units: booking.units, oversellAllowance: 0, taken: 'SOLD' as const };
  const { update, condition } = takeUnits(page, part, stay, wish, booking.created_at);
  return {
    TableName: tables.inventory,
    Key: marshall({ property_id: page.property_id, page: page.page }),
    UpdateExpression: update.expression,
    ConditionExpression: condition.expression,
    ExpressionAttributeNames: { ...update.names, ...condition.names },
    ExpressionAttributeValues: marshall({ ...update.values, ...condition.values }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  } satisfies Update;
}

/** The booking, once: part of every transaction that writes one. */
export function putBooking(table: string, booking: BookingItem): TransactWriteItem {
  return {
    Put: {
      TableName: table,
      Item: marshall(booking),
      ConditionExpression: 'attribute_not_exists(#id)',
      ExpressionAttributeNames: { '#id': 'booking_id' },
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    },
  };
}
