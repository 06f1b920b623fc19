import type { MoveWrite } from '../../../core/overbooking/move/moveWrites.ts';
import type { RecordWrite } from '../../../core/overbooking/record/appendMove.ts';

/** The tables' physical names by those of the manifest. */
export type TableNames = Record<'Bookings' | 'Inventory' | 'Operations', string>;

/** An update of the core as TransactWriteItems takes it. */
export function toTransactItem({ table, key, update, condition }: MoveWrite | RecordWrite, tables: TableNames) {
  return {
    Update: {
      TableName: tables[table],
      Key: key,
      UpdateExpression: update.expression,
      ConditionExpression: condition.expression,
      ExpressionAttributeNames: { ...update.names, ...condition.names },
      ExpressionAttributeValues: { ...update.values, ...condition.values },
    },
  };
}
