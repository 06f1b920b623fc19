import { wishesOf, type Input } from './resources.ts';

/** Tells of calls that may have written, whoever made them: readers of streams then need not ask all the time. */
export type Writes = {
  /** Calls `listener` after each call that may have written to the table. */
  onWrite(table: string, listener: () => void): void;
  /** A call has ended, however it ended. */
  ended(operation: string, input: Input): void;
};

const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);

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
  return WRITES.has(operation) ? new Set(wishesOf(operation, input, '').map(({ table }) => table)) : [];
}
