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
import { placeholders, readExpression, type Expression } from '../expressions.ts';

/** The condition of a PutItem, UpdateItem or DeleteItem, and what is to happen when it fails. */
export type Condition = Expression & {
  /** Attributes that don't count when a PutItem's item is compared with the one in the table. */
  equalsIgnore: string[];
  /** How the item is read again after a failure. */
  consistentRead: boolean;
  /** The function that decides after a failure; null rejects. */
  handlerArn: string | null;
};

const HANDLER = new Set(['strategy', 'lambdaArn']);

export function readCondition(value: unknown, path: string): Condition {
  const expression = readExpression(value, path, ['equalsIgnore', 'consistentRead', 'conditionalCheckFailedHandler']);
  const given = value as Json;
  const ignored = optional(expectArray, given.equalsIgnore, `${path}[equalsIgnore]`) ?? [];
  return {
    ...expression,
    equalsIgnore: ignored.map((name, index) => expectString(name, `${path}[equalsIgnore][${index}]`)),
    consistentRead: optional(expectBoolean, given.consistentRead, `${path}[consistentRead]`) ?? true,
    handlerArn:
      optional(readHandler, given.conditionalCheckFailedHandler, `${path}[conditionalCheckFailedHandler]`) ?? null,
  };
}

/** The condition's part of a call that has no other expression. */
export function conditionInput(condition: Condition | undefined): Json {
  return condition === undefined ? {} : { ConditionExpression: condition.expression, ...placeholders(condition) };
}

function readHandler(value: unknown, path: string): string | null {
  const given = expectObject(value, path);
  refuseUnknown(given, HANDLER, path);
  const strategy = expectString(given.strategy, `${path}[strategy]`);
  if (strategy === 'Custom') return expectString(given.lambdaArn, `${path}[lambdaArn]`);
  if (strategy !== 'Reject') throw badRequest(`'${path}[strategy]' is '${strategy}', but must be Reject or Custom.`);
  if (given.lambdaArn !== undefined) throw badRequest(`'${path}[lambdaArn]' only goes with the strategy Custom.`);
  return null;
}
