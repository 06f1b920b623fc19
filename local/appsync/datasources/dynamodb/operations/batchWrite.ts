import { answered, type SourceAnswer } from '../../sourceAnswer.ts';
import { expectArray, refuseUnknown, type Json } from '../../requestShape.ts';
import { toWire, type WireMap } from '../attributes.ts';
import type { Operation, OperationTools } from '../operation.ts';
import { mapTables, plain, readTables } from './batchTables.ts';
import { sameItem } from '../sameItem.ts';

const KNOWN = new Set(['operation', 'tables']);

type Kind = {
  wrap(item: WireMap): Json;
  unwrap(request: Json): WireMap | undefined;
  /** Where the result lists what was not processed. */
  left: 'unprocessedItems' | 'unprocessedKeys';
};

const PUT: Kind = {
  wrap: (Item) => ({ PutRequest: { Item } }),
  unwrap: (request) => (request.PutRequest as { Item: WireMap } | undefined)?.Item,
  left: 'unprocessedItems',
};
const DELETE: Kind = {
  wrap: (Key) => ({ DeleteRequest: { Key } }),
  unwrap: (request) => (request.DeleteRequest as { Key: WireMap } | undefined)?.Key,
  left: 'unprocessedKeys',
};

/** Answers `{data: {table: items}, unprocessedItems: {table: items}}`; what was not processed is null in `data`. */
export const batchPutItem: Operation = (request, tools) => batchWrite(request, tools, PUT);
/** Answers `{data: {table: keys}, unprocessedKeys: {table: keys}}`; what was not processed is null in `data`. */
export const batchDeleteItem: Operation = (request, tools) => batchWrite(request, tools, DELETE);

async function batchWrite(request: Json, { call, toError }: OperationTools, kind: Kind): Promise<SourceAnswer> {
  refuseUnknown(request, KNOWN);
  const tables = readTables(request, (value, path) =>
    expectArray(value, path).map((item, index) => toWire(item, `${path}[${index}]`)),
  );
  try {
    const reply = await call('BatchWriteItem', { RequestItems: mapTables(tables, (items) => items.map(kind.wrap)) });
    const requests = (reply.UnprocessedItems ?? {}) as Record<string, Json[]>;
    const left = mapTables(tables, (_, name) =>
      (requests[name] ?? []).map(kind.unwrap).filter((item) => item !== undefined),
    );
    return answered(toResult(tables, left, kind));
  } catch (error) {
    return { result: toResult(tables, tables, kind), error: toError(error) };
  }
}

function toResult(tables: Record<string, WireMap[]>, left: Record<string, WireMap[]>, kind: Kind): Json {
  return {
    data: mapTables(tables, (items, name) => {
      const undone = left[name] ?? [];
      const values = plain(items);
      return items.map((item, index) => (undone.some((other) => sameItem(other, item, [])) ? null : values[index]));
    }),
    [kind.left]: mapTables(left, plain),
  };
}
