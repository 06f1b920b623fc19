import { type DynamoDBQueryRequest, runtime, util } from '@aws-appsync/utils';
import type { KeyList } from '../../core/portable/search/mergeLists.ts';
import { behind } from '../../core/portable/search/nameKey.ts';
import { bucketOf } from '../../core/portable/search/names.ts';
import { failUnavailable } from '../lib/answer/fail.ts';
import type { ListContext } from './types.ts';

/** Some 40 KB of keys, five read units; two lists stay below the thousand turns that AppSync allows a loop. */
const MOST_KEYS = 200;

/** The next keys of one index, in order of arrival. */
export function lookAt(ctx: ListContext, index: string, partition: string): DynamoDBQueryRequest {
  const { beginning, next, arrivals, ids, limit } = ctx.stash;
  if (!beginning || ctx.stash.reference || next === null || ids.length >= limit) runtime.earlyReturn(null);
  const range = {
    ':bucket': `${ctx.args.propertyId}#${bucketOf(beginning!)}`,
    // Of the first look a date, with which keys begin; of later ones a place that was dealt with.
    ':from': next === arrivals.first ? next : behind(next!),
    ':last': behind(arrivals.last),
  };
  return {
    operation: 'Query',
    index,
    query: {
      expression: '#bucket = :bucket AND #key BETWEEN :from AND :last',
      expressionNames: { '#bucket': partition, '#key': 'name_key' },
      expressionValues: util.dynamodb.toMapValues(range),
    },
    limit: MOST_KEYS,
  };
}

export function keysOf(ctx: ListContext): KeyList {
  if (ctx.error) failUnavailable(ctx.error);
  const items: { name_key: string }[] = ctx.result.items;
  return { keys: items.map((item) => item.name_key), isDone: !ctx.result.nextToken };
}
