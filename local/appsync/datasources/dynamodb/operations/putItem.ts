import { answered } from '../../sourceAnswer.ts';
import { optional, refuseUnknown } from '../../requestShape.ts';
import { fromWire, toWire } from '../attributes.ts';
import { conditionInput, readCondition, type Condition } from '../condition/read.ts';
import { withCondition } from '../condition/withCondition.ts';
import { sameItem } from '../sameItem.ts';
import type { Operation } from '../operation.ts';

const KNOWN = new Set(['operation', 'key', 'attributeValues', 'condition']);

/** Answers the item as written. An item that already equals it (less `equalsIgnore`) is a success too. */
export const putItem: Operation = async (request, tools) => {
  refuseUnknown(request, KNOWN);
  const key = toWire(request.key, '$[key]');
  const item = { ...(optional(toWire, request.attributeValues, '$[attributeValues]') ?? {}), ...key };
  const condition = optional(readCondition, request.condition, '$[condition]');
  const write = async () => {
    await tools.call('PutItem', { TableName: tools.tableName, Item: item, ...conditionInput(condition) });
    return answered(fromWire(item));
  };
  return withCondition({ request, key, condition, tools, write, again: putItem, isDone });

  function isDone(current: Parameters<typeof sameItem>[0] | null, { equalsIgnore }: Condition): boolean {
    return current !== null && sameItem(current, item, equalsIgnore);
  }
};
