import type { UpdateInput } from '../inventory/updateBuilder.ts';
import { departureGuard } from '../portable/sale/guards.ts';
import { grantUpdate, refuseUpdate } from './bookingUpdate.ts';
import type { Commit, Guard } from './commit.ts';
import type { Grant, Refused } from './decideRequest.ts';
import type { PageRef } from './pageRef.ts';
import type { PageTake } from './pageTake.ts';
import { pageUpdate } from './pageUpdate.ts';

export type Tables = { inventory: string; bookings: string };

type Target = { TableName: string; Key: Record<string, string> };
/** A failed condition brings the page as it is; a booking's is not needed, and holds a guest's name. */
type Returned = { ReturnValuesOnConditionCheckFailure?: 'ALL_OLD' };
type Check = Omit<UpdateInput, 'UpdateExpression'>;

export type BookingWrite = Target & UpdateInput;
export type TransactItem = { Update: Target & Returned & UpdateInput } | { ConditionCheck: Target & Returned & Check };

/**
 * The commit as TransactWriteItems takes it from the document client: pages, then guards, then bookings.
 * {@link afterConflict} reads the reasons of a cancelled transaction by this order.
 *
 * @param now epoch milliseconds
 */
export function transactItems({ takes, guards, grants }: Commit, tables: Tables, now: number): TransactItem[] {
  return [
    ...takes.map((take) => takeItem(take, tables, now)),
    ...guards.map((guard) => guardItem(guard, tables)),
    ...grants.map((grant) => grantItem(grant, tables, now)),
  ];
}

/** A refusal as UpdateItem takes it; its condition fails where an earlier delivery has settled the booking. */
export function refusalWrite(refused: Refused, tables: Tables, now: number): BookingWrite {
  return { ...booking(refused.request.booking_id, tables), ...refuseUpdate(refused, now) };
}

function takeItem(take: PageTake, tables: Tables, now: number): TransactItem {
  return pageItem(take.page, pageUpdate(take, now), tables);
}

/** An update of one page. */
export function pageItem(ref: PageRef, update: UpdateInput, tables: Tables): TransactItem {
  return { Update: { ...page(ref, tables), ...update } };
}

/** The check of a page of which no night is taken. */
export function guardItem({ ref, stay }: Guard, tables: Tables): TransactItem {
  const { expression, names, values } = departureGuard(stay)!;
  return {
    ConditionCheck: {
      ...page(ref, tables),
      ConditionExpression: expression,
      ExpressionAttributeNames: names,
      ExpressionAttributeValues: values,
    },
  };
}

function grantItem(grant: Grant, tables: Tables, now: number): TransactItem {
  return { Update: { ...booking(grant.request.booking_id, tables), ...grantUpdate(grant, now) } };
}

function page(ref: PageRef, tables: Tables) {
  return {
    TableName: tables.inventory,
    Key: { property_id: ref.property_id, page: ref.page },
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
  };
}

function booking(bookingId: string, tables: Tables): Target {
  return { TableName: tables.bookings, Key: { booking_id: bookingId } };
}
