import { AwsServiceError, type LambdaReply } from '../appsync/definition.ts';
import { sessionArn } from '../iam/principals.ts';
import type { Invocation } from '../lambda/definition.ts';
import { errorFromAnswer, executionTimeout, NoAnswerError } from './answer.ts';
import type { Caller } from './dynamodb/authorize.ts';
import type { DynamoDbService } from './dynamodb/service.ts';

/** An AWS call from within this process, done as a role's session; `input` and the result are the API's own JSON. */
export type InProcessCall = {
  service: 'dynamodb' | 'lambda';
  operation: string;
  input: Record<string, unknown>;
  roleArn: string;
  sessionName?: string;
  signal?: AbortSignal;
};

export type Invoke = (caller: Caller, invocation: Invocation) => Promise<LambdaReply>;

/** The name AppSync gives its sessions of a data source's role. */
export const APPSYNC_SESSION = 'APPSYNC_ASSUME_ROLE';

export function callerOf(roleArn: string, sessionName = 'local'): Caller {
  return { roleArn, userArn: () => sessionArn(roleArn, sessionName) };
}

/** @throws {AwsServiceError} the service's error; `ExecutionTimeoutException` when no answer came */
export async function callDynamoDb(
  service: DynamoDbService,
  call: Omit<InProcessCall, 'service'>,
): Promise<Record<string, unknown>> {
  const { roleArn, sessionName, operation, input, signal } = call;
  try {
    const body = JSON.stringify(input);
    const answer = await service({ caller: callerOf(roleArn, sessionName), operation, input, body, signal });
    if (answer.status !== 200) throw errorFromAnswer(answer);
    return JSON.parse(answer.body) as Record<string, unknown>;
  } catch (error) {
    throw error instanceof NoAnswerError ? executionTimeout() : error;
  }
}

/** Invoke as the API has it, with `Payload` as JSON instead of bytes. @throws {AwsServiceError} */
export async function callLambda(invoke: Invoke, call: InProcessCall): Promise<Record<string, unknown>> {
  const { operation, input, roleArn, sessionName, signal } = call;
  if (operation !== 'Invoke') {
    throw new AwsServiceError(
      'UnknownOperationException',
      `Of Lambda the local endpoint serves Invoke only, not ${operation}.`,
      400,
    );
  }
  const reply = await invoke(callerOf(roleArn, sessionName), {
    functionArn: String(input.FunctionName),
    payload: input.Payload ?? {},
    invocationType: (input.InvocationType ?? 'RequestResponse') as Invocation['invocationType'],
    signal,
  });
  return {
    Payload: reply.payload,
    ...(reply.functionError === undefined ? {} : { FunctionError: reply.functionError }),
  };
}
