import { functionTask, invokeFunction } from './lambda.ts';
import { publish, sendMessage } from './messages.ts';
import type { Task } from './task.ts';
import { TaskError, taskError } from './taskError.ts';

/** A task's result and a state's input may not be larger (Step Functions Developer Guide, "Quotas"). */
export const MAX_PAYLOAD_BYTES = 256 * 1024;

const dynamodb = (operation: string): Task => {
  return (input, roleArn, { endpoint }) =>
    endpoint.call({ service: 'dynamodb', operation, input: input as Record<string, unknown>, roleArn });
};

/** By the resource's end; before each its service, as the names of errors have it. */
const TASKS: Record<string, [service: string, task: Task]> = {
  'lambda:invoke': ['Lambda', invokeFunction],
  'sqs:sendMessage': ['SQS', sendMessage],
  'sns:publish': ['SNS', publish],
  'dynamodb:getItem': ['DynamoDB', dynamodb('GetItem')],
  'dynamodb:putItem': ['DynamoDB', dynamodb('PutItem')],
  'dynamodb:updateItem': ['DynamoDB', dynamodb('UpdateItem')],
  'dynamodb:deleteItem': ['DynamoDB', dynamodb('DeleteItem')],
};

/** The task that a `Resource` names; undefined for one that is not run locally, such as those that wait for a token. */
export function findTask(resource: string): Task | undefined {
  if (/^arn:aws:lambda:[a-z0-9-]+:\d{12}:function:[\w-]+$/.test(resource))
    return guarded('Lambda', functionTask(resource));
  const name = resource.replace(/^arn:aws:states:::/, '');
  const [service, task] = (Object.hasOwn(TASKS, name) ? TASKS[name] : undefined) ?? [];
  return service === undefined || task === undefined || name === resource ? undefined : guarded(service, task);
}

/** Errors by the names that Retry and Catch look for, and the limit of what a task may answer. */
function guarded(service: string, task: Task): Task {
  return async (input, roleArn, parts) => {
    const result = await task(input, roleArn, parts).catch((error: unknown) => {
      throw taskError(service, error);
    });
    const size = Buffer.byteLength(JSON.stringify(result ?? null));
    if (size <= MAX_PAYLOAD_BYTES) return result;
    const message = `The task returned a result with a size exceeding the maximum number of bytes service limit: ${size}.`;
    throw new TaskError('States.DataLimitExceeded', message, false);
  };
}
