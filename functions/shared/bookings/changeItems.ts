import type { TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { ChangeWrite } from '../../../core/portable/lifecycle/changeWrites.ts';
import type { Expression } from '../../../core/portable/sale/expressions.ts';

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** The tables' physical names by those of the manifest. */
export type TableNames = Record<ChangeWrite['table'], string>;

/** A write of a change as the document client takes it in a transaction. */
export function toTransactItem(write: ChangeWrite, tables: TableNames): TransactItem {
  const TableName = tables[write.table];
  const condition = {
    ConditionExpression: write.condition.expression,
    ExpressionAttributeNames: write.condition.names,
    ExpressionAttributeValues: write.condition.values,
  };
  switch (write.kind) {
    case 'putBooking':
    case 'putClaim':
      return { Put: { TableName, Item: write.item, ...condition } };
    case 'checkPage':
      return { ConditionCheck: { TableName, Key: write.key, ...condition } };
    case 'deleteClaim':
      return { Delete: { TableName, Key: write.key, ...condition } };
    case 'updatePage': {
      const { expression, ...both } = merged(write.update, write.condition);
      return { Update: { TableName, Key: write.key, ...condition, UpdateExpression: expression, ...both } };
    }
    default:
      return write satisfies never;
  }
}

/** The update with the names and values of both. */
function merged(update: Expression, condition: Expression) {
  return {
    expression: update.expression,
    ExpressionAttributeNames: { ...update.names, ...condition.names },
    ExpressionAttributeValues: { ...update.values, ...condition.values },
  };
}
