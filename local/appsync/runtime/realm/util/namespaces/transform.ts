import type { Util } from '@aws-appsync/utils';
import { filterExpression } from '../../dynamodb/filter/expression.ts';
import { stringify } from '../../intrinsics.ts';
import { refused } from '../refused.ts';
import { toSubscriptionFilter } from './subscriptionFilter.ts';

const NAME = 'util.transform.toDynamoDB';

/** `util.transform`. Filter and condition expressions are built alike (reported of AWS) and given as JSON text. */
export const transform = {
  toDynamoDBFilterExpression: (filter: unknown): string =>
    stringify(filterExpression(filter, `${NAME}FilterExpression`)),

  toDynamoDBConditionExpression: (condition: unknown): string =>
    stringify(filterExpression(condition, `${NAME}ConditionExpression`)),

  toSubscriptionFilter,
  toElasticsearchQueryDSL: refused('util.transform.toElasticsearchQueryDSL', 'it has no OpenSearch data source'),
} satisfies Record<keyof Util['transform'], unknown>;
