import { answered } from '../../sourceAnswer.ts';
import { optional, refuseUnknown } from '../../requestShape.ts';
import { fromWire, toWire } from '../attributes.ts';
import { conditionInput, readCondition } from '../condition/read.ts';
import { withCondition } from '../condition/withCondition.ts';
import type { Operation } from '../operation.ts';

const KNOWN = new Set(['operation', 'key', 'condition']);

/** Answers the item that was deleted, or null. Where the condition fails because there is no item, that is a success too. */
export const deleteItem: Operation = async (request, tools) => {
  refuseUnknown(request, KNOWN);
  const key = toWire(request.key, '$[key]');
  const condition = optional(readCondition, request.condition, '$[condition]');
  const write = async () => {
    const input = { TableName: tools.tableName, Key: key, ...conditionInput(condition), ReturnValues: 'ALL_OLD' };
    return answered(fromWire((await tools.call('DeleteItem', input)).Attributes));
  };
  return withCondition({
    request,
    key,
    condition,
    tools,
    write,
    again: deleteItem,
    isDone: (current) => current === null,
  });
};
