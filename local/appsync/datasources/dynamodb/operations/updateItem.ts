import { answered } from '../../sourceAnswer.ts';
import { optional, refuseUnknown } from '../../requestShape.ts';
import { fromWire, toWire } from '../attributes.ts';
import { readCondition } from '../condition/read.ts';
import { withCondition } from '../condition/withCondition.ts';
import { placeholders, readExpression } from '../expressions.ts';
import type { Operation } from '../operation.ts';

const KNOWN = new Set(['operation', 'key', 'update', 'condition']);

/** Answers the whole item after the update. */
export const updateItem: Operation = async (request, tools) => {
  refuseUnknown(request, KNOWN);
  const key = toWire(request.key, '$[key]');
  const update = readExpression(request.update, '$[update]');
  const condition = optional(readCondition, request.condition, '$[condition]');
  const write = async () => {
    const reply = await tools.call('UpdateItem', {
      TableName: tools.tableName,
      Key: key,
      UpdateExpression: update.expression,
      ...(condition === undefined ? {} : { ConditionExpression: condition.expression }),
      ...placeholders(update, condition),
      ReturnValues: 'ALL_NEW',
    });
    return answered(fromWire(reply.Attributes));
  };
  // From the item alone nobody can tell whether the update is already in it.
  return withCondition({ request, key, condition, tools, write, again: updateItem, isDone: () => false });
};
