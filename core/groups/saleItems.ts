import type { Commit } from '../groupCommit/commit.ts';
import { takeUpdate } from '../groupCommit/pageUpdate.ts';
import { guardItem, pageItem, type Tables, type TransactItem } from '../groupCommit/transactItems.ts';
import type { BookingItem } from '../portable/items/booking.ts';
import type { GroupItem } from '../portable/items/group.ts';

type Put = {
  Put: {
    TableName: string;
    Item: GroupItem | BookingItem;
    ConditionExpression: string;
    ExpressionAttributeNames: Record<string, string>;
  };
};

/**
 * The sale as TransactWriteItems takes it from the document client: the group, then its bookings in order, then pages.
 * It fails as a whole where one of them exists, or a page is not as it was read and has too little left.
 * @param now epoch milliseconds
 */
export function saleItems(
  group: GroupItem,
  bookings: BookingItem[],
  { takes, guards }: Commit,
  tables: Tables & { operations: string },
  now: number,
): (Put | TransactItem)[] {
  return [
    putNew(tables.operations, group, 'pk'),
    ...bookings.map((booking) => putNew(tables.bookings, booking, 'booking_id')),
    ...takes.map((take) => pageItem(take.page, takeUpdate(take, now).build(), tables)),
    ...guards.map((guard) => guardItem(guard, tables)),
  ];
}

function putNew(TableName: string, Item: GroupItem | BookingItem, key: string): Put {
  const ConditionExpression = 'attribute_not_exists(#key)';
  return { Put: { TableName, Item, ConditionExpression, ExpressionAttributeNames: { '#key': key } } };
}
