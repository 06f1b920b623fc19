import { AwsServiceError } from '../../../definition.ts';
import { answered } from '../../sourceAnswer.ts';
import { expectArray, expectObject, expectString, optional, refuseUnknown, type Json } from '../../requestShape.ts';
import { fromWire, toWire } from '../attributes.ts';
import { placeholders, readProjection } from '../expressions.ts';
import type { Operation } from '../operation.ts';
import { cancellationReasons } from './cancellation.ts';

const KNOWN = new Set(['operation', 'transactItems']);
const ITEM = new Set(['table', 'key', 'projection']);

/** Answers `{items: [item or null, in order], cancellationReasons: null}`, after a failure `{items: null, cancellationReasons}`. */
export const transactGetItems: Operation = async (request, { call, toError }) => {
  refuseUnknown(request, KNOWN);
  const TransactItems = expectArray(request.transactItems, '$[transactItems]').map(readItem);
  try {
    const reply = await call('TransactGetItems', { TransactItems });
    const responses = (reply.Responses ?? []) as { Item?: unknown }[];
    return answered({ items: responses.map(({ Item }) => fromWire(Item)), cancellationReasons: null });
  } catch (error) {
    const reasons = error instanceof AwsServiceError ? cancellationReasons(error) : null;
    return { result: { items: null, cancellationReasons: reasons }, error: toError(error) };
  }
};

function readItem(value: unknown, index: number): Json {
  const path = `$[transactItems][${index}]`;
  const given = expectObject(value, path);
  refuseUnknown(given, ITEM, path);
  const projection = optional(readProjection, given.projection, `${path}[projection]`);
  return {
    Get: {
      TableName: expectString(given.table, `${path}[table]`),
      Key: toWire(given.key, `${path}[key]`),
      ...(projection === undefined ? {} : { ProjectionExpression: projection.expression }),
      ...placeholders(projection),
    },
  };
}
