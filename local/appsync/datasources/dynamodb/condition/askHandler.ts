import { badRequest, expectObject, refuseUnknown, type Json } from '../../requestShape.ts';
import type { WireMap } from '../attributes.ts';
import type { OperationTools } from '../operation.ts';

type Decision = { action: 'reject' } | { action: 'discard' } | { action: 'retry'; request: Json };

const RETRY = new Set(['attributeValues', 'update', 'condition']);

/**
 * Asks the function of `conditionalCheckFailedHandler` what is to happen.
 * A retry keeps operation and key, and rejects when it fails again. That the parts of the condition which the function
 * does not name stay as they were is not verified.
 */
export async function askHandler(
  arn: string,
  request: Json,
  current: WireMap | null,
  tools: OperationTools,
): Promise<Decision> {
  const { context, outputType } = tools.invocation;
  const { parentTypeName, fieldName } = context.info;
  const payload = {
    arguments: context.arguments,
    requestMapping: request,
    currentValue: current,
    resolver: {
      tableName: tools.tableName,
      awsRegion: tools.region,
      parentType: parentTypeName,
      field: fieldName,
      outputType,
    },
    identity: context.identity,
  };
  const answer = expectObject(await tools.lambda(arn, payload), '$');
  if (answer.action === 'reject' || answer.action === 'discard') return { action: answer.action };
  if (answer.action !== 'retry')
    throw badRequest(`The function ${arn} answered the action '${String(answer.action)}'.`);
  const changes = expectObject(answer.retryMapping, '$[retryMapping]');
  refuseUnknown(changes, RETRY, '$[retryMapping]');
  const { conditionalCheckFailedHandler: _, ...condition } = request.condition as Json;
  return {
    action: 'retry',
    request: { ...request, ...changes, condition: { ...condition, ...(changes.condition as Json | undefined) } },
  };
}
