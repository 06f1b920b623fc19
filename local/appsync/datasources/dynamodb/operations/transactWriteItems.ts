import { AwsServiceError } from '../../../definition.ts';
import { answered } from '../../sourceAnswer.ts';
import {
  badRequest,
  expectArray,
  expectBoolean,
  expectObject,
  expectString,
  optional,
  refuseUnknown,
  type Json,
} from '../../requestShape.ts';
import { fromWire, toWire, type WireMap } from '../attributes.ts';
import { placeholders, readExpression, type Expression } from '../expressions.ts';
import type { Operation } from '../operation.ts';
import { cancellationReasons } from './cancellation.ts';

const KNOWN = new Set(['operation', 'transactItems']);
const MOST_ITEMS = 100;
type Item = { key: WireMap; input: Json };
type Read = (given: Json, key: WireMap, condition: TransactCondition | undefined, path: string) => Json;
type TransactCondition = Expression & { returnOld: boolean };

/** Each kind of item: what it may say beside `table`, `operation`, `key` and `condition`, and DynamoDB's form of it. */
const KINDS: Record<string, { extra: 'attributeValues' | 'update' | null; read: Read }> = {
  PutItem: {
    extra: 'attributeValues',
    read: (given, key, condition, path) => {
      const values = optional(toWire, given.attributeValues, `${path}[attributeValues]`) ?? {};
      return { Put: { ...base(given, path), Item: { ...values, ...key }, ...conditionPart(condition) } };
    },
  },
  UpdateItem: {
    extra: 'update',
    read: (given, key, condition, path) => {
      const update = readExpression(given.update, `${path}[update]`);
      const parts = {
        UpdateExpression: update.expression,
        ...conditionPart(condition),
        ...placeholders(update, condition),
      };
      return { Update: { ...base(given, path), Key: key, ...parts } };
    },
  },
  DeleteItem: {
    extra: null,
    read: (given, key, condition, path) => ({
      Delete: { ...base(given, path), Key: key, ...conditionPart(condition) },
    }),
  },
  ConditionCheck: {
    extra: null,
    read: (given, key, condition, path) => {
      if (condition === undefined) throw badRequest(`Value for field '${path}[condition]' not found.`);
      return { ConditionCheck: { ...base(given, path), Key: key, ...conditionPart(condition) } };
    },
  },
};

/**
 * Answers `{keys: [key of each item], cancellationReasons: null}`. After a failure both are present too: `keys` is null, and
 * `cancellationReasons` lists the reasons of a cancelled transaction. After any other failure (a time-out, a throttle) it
 * is null: whether the transaction was carried out is then unknown.
 */
export const transactWriteItems: Operation = async (request, { call, toError }) => {
  refuseUnknown(request, KNOWN);
  const given = expectArray(request.transactItems, '$[transactItems]');
  if (given.length === 0 || given.length > MOST_ITEMS) {
    throw badRequest(`'$[transactItems]' has ${given.length} items, but must have 1 to ${MOST_ITEMS}.`);
  }
  const items = given.map(readItem);
  try {
    await call('TransactWriteItems', { TransactItems: items.map(({ input }) => input) });
    return answered({ keys: items.map(({ key }) => fromWire(key)), cancellationReasons: null });
  } catch (error) {
    const reasons = error instanceof AwsServiceError ? cancellationReasons(error) : null;
    return { result: { keys: null, cancellationReasons: reasons }, error: toError(error) };
  }
};

function readItem(value: unknown, index: number): Item {
  const path = `$[transactItems][${index}]`;
  const given = expectObject(value, path);
  const operation = expectString(given.operation, `${path}[operation]`);
  const kind = Object.hasOwn(KINDS, operation) ? KINDS[operation] : undefined;
  if (kind === undefined)
    throw badRequest(`'${path}[operation]' is '${operation}', but must be ${Object.keys(KINDS).join(', ')}.`);
  refuseUnknown(
    given,
    new Set(['table', 'operation', 'key', 'condition', ...(kind.extra === null ? [] : [kind.extra])]),
    path,
  );
  const key = toWire(given.key, `${path}[key]`);
  const condition = optional(readTransactCondition, given.condition, `${path}[condition]`);
  return { key, input: kind.read(given, key, condition, path) };
}

function readTransactCondition(value: unknown, path: string): TransactCondition {
  const expression = readExpression(value, path, ['returnValuesOnConditionCheckFailure']);
  const given = (value as Json).returnValuesOnConditionCheckFailure;
  const returnOld = optional(expectBoolean, given, `${path}[returnValuesOnConditionCheckFailure]`) ?? true;
  return { ...expression, returnOld };
}

function base(given: Json, path: string): Json {
  return { TableName: expectString(given.table, `${path}[table]`) };
}

function conditionPart(condition: TransactCondition | undefined): Json {
  if (condition === undefined) return {};
  return {
    ConditionExpression: condition.expression,
    ...placeholders(condition),
    ...(condition.returnOld ? { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } : {}),
  };
}
