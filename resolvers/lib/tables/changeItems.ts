import { type Context, type DynamoDBTransactWriteItemsRequest, util } from '@aws-appsync/utils';
import type { ChangeWrite } from '../../../core/portable/lifecycle/changeWrites.ts';
import { tables, toCondition, toExpression } from './dynamodb.ts';
import { attributesWithout } from './items.ts';

type TransactItem = DynamoDBTransactWriteItemsRequest['transactItems'][number];

/** A write of the core in AppSync's words. */
export function toTransactItem(ctx: Context, write: ChangeWrite): TransactItem {
  const { bookings, inventory, operations } = tables(ctx);
  const condition = toCondition(write.condition);
  if (write.kind === 'putBooking') {
    const { booking_id } = write.item;
    return {
      table: bookings,
      operation: 'PutItem',
      key: util.dynamodb.toMapValues({ booking_id }),
      attributeValues: attributesWithout(write.item, ['booking_id']),
      condition,
    };
  }
  if (write.kind === 'updatePage') {
    const key = util.dynamodb.toMapValues(write.key);
    return { table: inventory, operation: 'UpdateItem', key, update: toExpression(write.update), condition };
  }
  if (write.kind === 'checkPage') {
    return { table: inventory, operation: 'ConditionCheck', key: util.dynamodb.toMapValues(write.key), condition };
  }
  if (write.kind === 'deleteClaim') {
    return { table: operations, operation: 'DeleteItem', key: util.dynamodb.toMapValues(write.key), condition };
  }
  const { pk, sk } = write.item;
  return {
    table: operations,
    operation: 'PutItem',
    key: util.dynamodb.toMapValues({ pk, sk }),
    attributeValues: attributesWithout(write.item, ['pk', 'sk']),
    condition,
  };
}
