import { tableName, type Input } from './resources.ts';
import type { TableKeys, TableKeysCache } from './tableKeys.ts';

type Attributes = Record<string, Record<string, unknown>>;
/** An item that a call reads or writes; `attributes` is its key, or the whole item of a Put. */
type Touched = { table: string; attributes: Attributes };

/**
 * The items a call touches, each as a text that is the same for the same item, in the order of the request; one for each
 * entry of a transaction. Null when a table is unknown or a key is incomplete: the engine refuses such a call itself.
 */
export async function touchedItems(
  operation: string,
  input: Input,
  tableKeys: TableKeysCache,
): Promise<string[] | null> {
  const ids: string[] = [];
  for (const { table, attributes } of touched(operation, input)) {
    const keys = tableKeys.known(table) ?? (await tableKeys.of(table));
    const id = keys === null ? null : itemId(table, attributes, keys);
    if (id === null) return null;
    ids.push(id);
  }
  return ids;
}

function touched(operation: string, input: Input): Touched[] {
  switch (operation) {
    case 'PutItem':
    case 'UpdateItem':
    case 'DeleteItem':
      return [touchedBy(input)];
    case 'TransactWriteItems':
    case 'TransactGetItems':
      return ((input.TransactItems ?? []) as Record<string, Input>[]).flatMap((item) =>
        Object.values(item).map(touchedBy),
      );
    case 'BatchWriteItem':
      return Object.entries((input.RequestItems ?? {}) as Record<string, Record<string, Input>[]>).flatMap(
        ([table, requests]) =>
          requests.flatMap((request) => Object.values(request).map((body) => touchedBy({ ...body, TableName: table }))),
      );
    default:
      return [];
  }
}

function touchedBy(body: Input): Touched {
  return { table: tableName(body.TableName), attributes: (body.Key ?? body.Item ?? {}) as Attributes };
}

function itemId(table: string, attributes: Attributes, keys: TableKeys): string | null {
  const hash = attributes[keys.hash];
  const range = keys.range === null ? {} : attributes[keys.range];
  return hash === undefined || range === undefined ? null : JSON.stringify([table, hash, range]);
}
