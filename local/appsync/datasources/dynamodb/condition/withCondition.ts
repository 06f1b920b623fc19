import { AwsServiceError } from '../../../definition.ts';
import { answered, type SourceAnswer } from '../../sourceAnswer.ts';
import type { Json } from '../../requestShape.ts';
import { fromWire, type WireMap } from '../attributes.ts';
import type { Operation, OperationTools } from '../operation.ts';
import { askHandler } from './askHandler.ts';
import type { Condition } from './read.ts';

type ConditionalWrite = {
  request: Json;
  key: WireMap;
  condition: Condition | undefined;
  tools: OperationTools;
  write(): Promise<SourceAnswer>;
  /** The operation itself, for a retry with what the handler function says. */
  again: Operation;
  /** Is the table's item already what the write wanted? */
  isDone(current: WireMap | null, condition: Condition): boolean;
};

/**
 * Runs a write; when its condition fails, reads the item again and follows AppSync's rules: already as wanted is a
 * success, else the write is rejected with the current item as `ctx.result`, or a function decides.
 * Source: AppSync developer guide, "Condition expressions", "Handling a condition check failure".
 */
export async function withCondition({
  request,
  key,
  condition,
  tools,
  write,
  again,
  isDone,
}: ConditionalWrite): Promise<SourceAnswer> {
  try {
    return await write();
  } catch (error) {
    if (condition === undefined || !isConditionFailure(error)) throw error;
    const reply = await tools.call('GetItem', {
      TableName: tools.tableName,
      Key: key,
      ConsistentRead: condition.consistentRead,
    });
    const current = (reply.Item ?? null) as WireMap | null;
    if (isDone(current, condition)) return answered(fromWire(current));
    const rejected = { result: fromWire(current), error: tools.toError(error) };
    if (condition.handlerArn === null) return rejected;
    const decision = await askHandler(condition.handlerArn, request, current, tools);
    if (decision.action === 'reject') return rejected;
    if (decision.action === 'discard') return answered(fromWire(current));
    return again(decision.request, tools);
  }
}

function isConditionFailure(error: unknown): boolean {
  return error instanceof AwsServiceError && error.code === 'ConditionalCheckFailedException';
}
