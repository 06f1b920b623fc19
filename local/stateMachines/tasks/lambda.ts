import { parameters, type Task } from './task.ts';
import { TaskError } from './taskError.ts';

/** `arn:aws:states:::lambda:invoke`: the function and its payload are parameters. */
export const invokeFunction: Task = async (input, roleArn, parts) => {
  const {
    FunctionName,
    Payload = {},
    InvocationType = 'RequestResponse',
  } = parameters(input, ['FunctionName'], ['Payload', 'InvocationType']);
  const request = { FunctionName, Payload, InvocationType };
  const answer = await parts.endpoint.call({ service: 'lambda', operation: 'Invoke', input: request, roleArn });
  const result = { ExecutedVersion: '$LATEST', StatusCode: InvocationType === 'Event' ? 202 : 200 };
  return InvocationType === 'Event' ? result : { ...result, Payload: payloadOf(answer) };
};

/** A function's own ARN as the resource: input and output are the function's. */
export function functionTask(functionArn: string): Task {
  return async (input, roleArn, { endpoint }) => {
    const request = { FunctionName: functionArn, Payload: input };
    return payloadOf(await endpoint.call({ service: 'lambda', operation: 'Invoke', input: request, roleArn }));
  };
}

/** @throws {TaskError} named after what the function threw, with the whole of it as the cause */
function payloadOf({ Payload: payload, FunctionError: failed }: Record<string, unknown>): unknown {
  if (failed === undefined) return payload;
  const { errorType = 'Lambda.Unknown' } = (payload ?? {}) as { errorType?: string };
  throw new TaskError(errorType, JSON.stringify(payload));
}
