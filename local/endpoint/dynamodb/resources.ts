import { operationShape, TRANSACTION_PARTS } from './operations.ts';

export type Input = Record<string, unknown>;

/**
 * One thing a call wants to do, e.g. `dynamodb:PutItem` on a table's ARN.
 * `piece` is the part of the input that concerns it: one item of a transaction, one table of a batch, else all of it.
 */
export type Wish = { action: string; resource: string; table: string; piece: Input };

/**
 * What the caller of an operation must be allowed to do. A transaction needs the action of each of its items, there is no
 * `dynamodb:TransactWriteItems` (Developer Guide, "Using IAM with DynamoDB transactions"); a query of an index needs the
 * index's ARN, not the table's.
 * @param prefix `arn:aws:dynamodb:<region>:<account>:`
 */
export function wishesOf(operation: string, input: Input, prefix: string): Wish[] {
  const action = `dynamodb:${operation}`;
  switch (operationShape(operation)) {
    case 'table':
      return [tableWish(action, input, input.TableName, prefix)];
    case 'batch':
      return Object.entries((input.RequestItems ?? {}) as Record<string, Input>).map(([name, piece]) =>
        tableWish(action, piece, name, prefix),
      );
    case 'transaction':
      return transactionWishes(input, prefix);
    case 'stream':
      return [{ action, resource: streamArn(input), table: '', piece: input }];
    case 'arn':
      return [{ action, resource: String(input.ResourceArn), table: '', piece: input }];
    default:
      return [{ action, resource: '*', table: '', piece: input }];
  }
}

function transactionWishes(input: Input, prefix: string): Wish[] {
  const items = Array.isArray(input.TransactItems) ? (input.TransactItems as Record<string, Input>[]) : [];
  return items.flatMap((item) =>
    Object.entries(item).map(([part, piece]) =>
      tableWish(TRANSACTION_PARTS[part] ?? `dynamodb:${part}`, piece, piece.TableName, prefix),
    ),
  );
}

function tableWish(action: string, piece: Input, nameOrArn: unknown, prefix: string): Wish {
  const table = tableName(nameOrArn);
  const index = piece.IndexName === undefined ? '' : `/index/${String(piece.IndexName)}`;
  return { action, resource: `${prefix}table/${table}${index}`, table, piece };
}

/** A table may be named by its name or its ARN. */
export function tableName(nameOrArn: unknown): string {
  const text = String(nameOrArn);
  return text.startsWith('arn:') ? (text.split(':table/')[1]?.split('/')[0] ?? text) : text;
}

/** A shard iterator reads `<stream arn>|<number>|<opaque>`. */
function streamArn(input: Input): string {
  if (input.StreamArn !== undefined) return String(input.StreamArn);
  return String(input.ShardIterator).split('|')[0] ?? '*';
}
