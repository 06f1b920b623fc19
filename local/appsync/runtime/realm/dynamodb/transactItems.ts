import { Failure, keys } from '../intrinsics.ts';
import { type Given, type Request, request } from './request.ts';

/** What each kind of item of `transactWrite` becomes, and the inputs it takes. */
const KINDS: Record<string, { operation: string; known: string[] }> = {
  putItem: { operation: 'PutItem', known: ['table', 'key', 'item', 'condition'] },
  updateItem: { operation: 'UpdateItem', known: ['table', 'key', 'update', 'condition'] },
  deleteItem: { operation: 'DeleteItem', known: ['table', 'key', 'condition'] },
  conditionCheck: { operation: 'ConditionCheck', known: ['table', 'key', 'condition'] },
};

/**
 * One item of a TransactWriteItems request. `returnValuesOnConditionCheckFailure` cannot be set through the helper;
 * AppSync then returns the values.
 */
export function transactItem(item: Given): Request {
  const [kind, ...more] = keys(item);
  const known = kind === undefined ? undefined : KINDS[kind];
  if (kind === undefined || !known || more.length > 0) {
    throw new Failure('transactWrite: an item is one of putItem, updateItem, deleteItem and conditionCheck');
  }
  return request(known.operation, `transactWrite, ${kind}`, item[kind] as Given, known.known);
}
