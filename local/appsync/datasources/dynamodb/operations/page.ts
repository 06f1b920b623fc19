import { answered, type SourceAnswer } from '../../sourceAnswer.ts';
import { expectBoolean, expectInteger, expectString, optional, type Json } from '../../requestShape.ts';
import { fromWire } from '../attributes.ts';
import { readExpression, readProjection, type Expression } from '../expressions.ts';
import { fromNextToken, toNextToken } from '../nextToken.ts';

/** What Query and Scan share. */
export const PAGE_KEYS = [
  'operation',
  'index',
  'nextToken',
  'limit',
  'consistentRead',
  'filter',
  'projection',
] as const;

export type PageRequest = {
  index: string | undefined;
  startKey: Json | undefined;
  limit: number | undefined;
  consistentRead: boolean | undefined;
  filter: Expression | undefined;
  projection: Expression | undefined;
};

export function readPage(request: Json): PageRequest {
  return {
    index: optional(expectString, request.index, '$[index]'),
    startKey: optional(fromNextToken, request.nextToken, '$[nextToken]'),
    limit: optional(expectInteger, request.limit, '$[limit]'),
    consistentRead: optional(expectBoolean, request.consistentRead, '$[consistentRead]'),
    filter: optional(readExpression, request.filter, '$[filter]'),
    projection: optional(readProjection, request.projection, '$[projection]'),
  };
}

/** The page's part of a Query or Scan call, less names and values. */
export function pageInput({ index, startKey, limit, consistentRead, filter, projection }: PageRequest): Json {
  return {
    ...(index === undefined ? {} : { IndexName: index }),
    ...(startKey === undefined ? {} : { ExclusiveStartKey: startKey }),
    ...(limit === undefined ? {} : { Limit: limit }),
    ...(consistentRead === undefined ? {} : { ConsistentRead: consistentRead }),
    ...(filter === undefined ? {} : { FilterExpression: filter.expression }),
    ...(projection === undefined ? {} : { ProjectionExpression: projection.expression }),
  };
}

export function page(reply: Json): SourceAnswer {
  return answered({
    items: ((reply.Items as unknown[] | undefined) ?? []).map(fromWire),
    nextToken: toNextToken(reply.LastEvaluatedKey),
    scannedCount: reply.ScannedCount ?? 0,
  });
}
