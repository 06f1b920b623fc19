import { answered } from '../../sourceAnswer.ts';
import { expectBoolean, optional, refuseUnknown } from '../../requestShape.ts';
import { fromWire, toWire } from '../attributes.ts';
import { placeholders, readProjection } from '../expressions.ts';
import type { Operation } from '../operation.ts';

const KNOWN = new Set(['operation', 'key', 'consistentRead', 'projection']);

/** Answers the item, or null. */
export const getItem: Operation = async (request, { tableName, call }) => {
  refuseUnknown(request, KNOWN);
  const projection = optional(readProjection, request.projection, '$[projection]');
  const reply = await call('GetItem', {
    TableName: tableName,
    Key: toWire(request.key, '$[key]'),
    ConsistentRead: optional(expectBoolean, request.consistentRead, '$[consistentRead]') ?? false,
    ...(projection === undefined ? {} : { ProjectionExpression: projection.expression }),
    ...placeholders(projection),
  });
  return answered(fromWire(reply.Item));
};
