import { tableName, type Input } from './resources.ts';

/** Tells of calls that may have written, whoever made them: readers of streams then need not ask all the time. */
export type Writes = {
  /** Calls `listener` after each call that may have written to the table. */
  onWrite(table: string, listener: () => void): void;
  /** A call has ended, however it ended. */
  ended(operation: string, input: Input): void;
};

const OF_ONE_TABLE = new Set(['PutItem', 'UpdateItem', 'DeleteItem']);

export function createWrites(): Writes {
  const listeners = new Map<string, (() => void)[]>();
  return {
    onWrite: (table, listener) => {
      const known = listeners.get(table);
      if (known === undefined) listeners.set(table, [listener]);
      else known.push(listener);
    },
    ended: (operation, input) => {
      for (const table of writtenTables(operation, input)) for (const listen of listeners.get(table) ?? []) listen();
    },
  };
}

function writtenTables(operation: string, input: Input): Iterable<string> {
  if (OF_ONE_TABLE.has(operation)) return [tableName(input.TableName)];
  if (operation === 'BatchWriteItem') return Object.keys((input.RequestItems ?? {}) as object).map(tableName);
  if (operation !== 'TransactWriteItems' || !Array.isArray(input.TransactItems)) return [];
  const items = input.TransactItems as Record<string, Input>[];
  return new Set(items.flatMap((item) => Object.values(item).map((part) => tableName(part.TableName))));
}
