import { Failure, isArray, keys } from '../intrinsics.ts';
import { toAttributes } from './attributes.ts';
import { fields, type Given, type Request, request } from './request.ts';
import { asSet } from './sets.ts';
import { transactItem } from './transactItems.ts';

// The helpers of `@aws-appsync/utils/dynamodb`: each makes the request object of one operation.
// Shapes: the package's resolver-return-types; details reported of AWS are noted at expressions and projections.

const VERSIONED = ['customPartitionKey', 'populateIndexFields', '_version'];
const PAGED = ['index', 'limit', 'nextToken', 'consistentRead', 'select', 'filter', 'projection'];

const get = (input: Given): Request => request('GetItem', 'get', input, ['key', 'consistentRead', 'projection']);

const put = (input: Given): Request => request('PutItem', 'put', input, ['key', 'item', 'condition', ...VERSIONED]);

const update = (input: Given): Request =>
  request('UpdateItem', 'update', input, ['key', 'update', 'condition', ...VERSIONED]);

const remove = (input: Given): Request => request('DeleteItem', 'remove', input, ['key', 'condition', ...VERSIONED]);

const query = (input: Given): Request => request('Query', 'query', input, ['query', 'scanIndexForward', ...PAGED]);

const scan = (input: Given = {}): Request => request('Scan', 'scan', input, ['totalSegments', 'segment', ...PAGED]);

const sync = (input: Given = {}): Request =>
  request('Sync', 'sync', input, ['basePartitionKey', 'deltaIndexName', 'limit', 'nextToken', 'lastSync', 'filter']);

function batchGet(input: Given): Request {
  return tables('BatchGetItem', 'batchGet', input, (table) => {
    const { keys: wanted, ...rest } = table as Given;
    return { keys: items('batchGet', wanted), ...fields('batchGet', rest, ['consistentRead', 'projection']) };
  });
}

const batchPut = (input: Given): Request =>
  tables('BatchPutItem', 'batchPut', input, (table) => items('batchPut', table));

const batchDelete = (input: Given): Request =>
  tables('BatchDeleteItem', 'batchDelete', input, (table) => items('batchDelete', table));

function transactGet(input: Given): Request {
  const transactItems: Request[] = [];
  for (const item of list('transactGet', 'items', input.items)) {
    transactItems.push(fields('transactGet', item as Given, ['table', 'key', 'projection']));
  }
  return { operation: 'TransactGetItems', transactItems };
}

function transactWrite(input: Given): Request {
  const transactItems: Request[] = [];
  for (const item of list('transactWrite', 'items', input.items)) transactItems.push(transactItem(item as Given));
  return { operation: 'TransactWriteItems', transactItems };
}

export const helpers = {
  get,
  put,
  update,
  remove,
  query,
  scan,
  sync,
  batchGet,
  batchPut,
  batchDelete,
  transactGet,
  transactWrite,
};

function tables(operation: string, of: string, input: Given, convert: (table: unknown) => unknown): Request {
  const given = input?.tables;
  if (typeof given !== 'object' || given === null) throw new Failure(`${of}: "tables" takes an object`);
  const converted: Given = {};
  for (const name of keys(given)) converted[name] = convert((given as Given)[name]);
  return { operation, tables: converted };
}

function items(of: string, given: unknown): unknown[] {
  const converted: unknown[] = [];
  for (const item of list(of, 'a table', given)) converted.push(toAttributes(item, of, asSet));
  return converted;
}

function list(of: string, what: string, given: unknown): unknown[] {
  if (!isArray(given)) throw new Failure(`${of}: ${what} takes a list`);
  return given;
}
