import { answered } from '../../sourceAnswer.ts';
import { expectArray, expectBoolean, expectObject, optional, refuseUnknown } from '../../requestShape.ts';
import { fromWire, toWire, type WireMap } from '../attributes.ts';
import { placeholders, readProjection } from '../expressions.ts';
import type { Operation } from '../operation.ts';
import { hasKey, mapTables, plain, readTables } from './batchTables.ts';

const KNOWN = new Set(['operation', 'tables']);
const TABLE = new Set(['keys', 'consistentRead', 'projection']);
type Unprocessed = Record<string, { Keys: WireMap[] }>;

/**
 * Answers `{data: {table: items in the order of the keys}, unprocessedKeys: {table: keys}}`; an item that is not there,
 * or was not processed, is null. When the whole call fails every key is unprocessed.
 */
export const batchGetItem: Operation = async (request, { call, toError }) => {
  refuseUnknown(request, KNOWN);
  const tables = readTables(request, readTable);
  try {
    const reply = await call('BatchGetItem', { RequestItems: mapTables(tables, ({ input }) => input) });
    const responses = (reply.Responses ?? {}) as Record<string, WireMap[]>;
    const left = (reply.UnprocessedKeys ?? {}) as Unprocessed;
    return answered({
      data: mapTables(tables, ({ keys }, name) => inOrderOfKeys(keys, responses[name] ?? [])),
      unprocessedKeys: mapTables(tables, (_, name) => plain(left[name]?.Keys ?? [])),
    });
  } catch (error) {
    const result = {
      data: mapTables(tables, ({ keys }) => keys.map(() => null)),
      unprocessedKeys: mapTables(tables, ({ keys }) => plain(keys)),
    };
    return { result, error: toError(error) };
  }
};

function readTable(value: unknown, path: string) {
  const given = expectObject(value, path);
  refuseUnknown(given, TABLE, path);
  const keys = expectArray(given.keys, `${path}[keys]`).map((key, index) => toWire(key, `${path}[keys][${index}]`));
  const projection = optional(readProjection, given.projection, `${path}[projection]`);
  const input = {
    Keys: keys,
    ConsistentRead: optional(expectBoolean, given.consistentRead, `${path}[consistentRead]`) ?? false,
    ...(projection === undefined ? {} : { ProjectionExpression: projection.expression }),
    ...placeholders(projection),
  };
  return { keys, input };
}

/** DynamoDB answers in any order; with a projection that leaves out the key there is no telling whose item is whose. */
function inOrderOfKeys(keys: WireMap[], items: WireMap[]) {
  if (keys.length === 1) return [fromWire(items[0])];
  return keys.map((key) => fromWire(items.find((item) => hasKey(item, key))));
}
