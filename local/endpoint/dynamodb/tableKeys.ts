import type { Forward } from './forward.ts';

/** Names of a table's key attributes; `indexes` has the partition key of each index. */
export type TableKeys = { hash: string; range: string | null; indexes: Record<string, string> };

export type TableKeysCache = {
  /** Null when there is no such table. */
  of(table: string): Promise<TableKeys | null>;
  /** Only what was asked for before. */
  known(table: string): TableKeys | undefined;
  /** A table was made, changed or deleted. */
  forget(table: string): void;
};

/** Asks the engine once for each table: a table's key never changes while it lives. */
export function createTableKeysCache(forward: Forward): TableKeysCache {
  const cache = new Map<string, TableKeys>();

  const describe = async (table: string): Promise<TableKeys | null> => {
    const answer = await forward.send('DescribeTable', JSON.stringify({ TableName: table }));
    if (answer.status !== 200) return null;
    const keys = readKeys((JSON.parse(answer.body) as { Table: TableDescription }).Table);
    cache.set(table, keys);
    return keys;
  };

  return {
    of: async (table) => cache.get(table) ?? describe(table),
    known: (table) => cache.get(table),
    forget: (table) => void cache.delete(table),
  };
}

type KeySchema = { AttributeName: string; KeyType: 'HASH' | 'RANGE' }[];
type Index = { IndexName: string; KeySchema: KeySchema };
type TableDescription = { KeySchema: KeySchema; GlobalSecondaryIndexes?: Index[]; LocalSecondaryIndexes?: Index[] };

function readKeys(table: TableDescription): TableKeys {
  const indexes = [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])];
  return {
    hash: attribute(table.KeySchema, 'HASH') ?? '',
    range: attribute(table.KeySchema, 'RANGE'),
    indexes: Object.fromEntries(indexes.map((index) => [index.IndexName, attribute(index.KeySchema, 'HASH') ?? ''])),
  };
}

function attribute(schema: KeySchema, type: 'HASH' | 'RANGE'): string | null {
  return schema.find((part) => part.KeyType === type)?.AttributeName ?? null;
}
