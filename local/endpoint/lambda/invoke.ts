import { AwsServiceError, type LambdaReply } from '../../appsync/definition.ts';
import type { Principals } from '../../iam/principals.ts';
import type { Invocation, LambdaHost } from '../../lambda/definition.ts';
import type { Caller } from '../dynamodb/authorize.ts';

/** Invokes a function when the caller's policies allow it. @throws {AwsServiceError} AccessDeniedException and the host's */
export async function invokeChecked(
  parts: { host: LambdaHost; principals: Principals },
  caller: Caller,
  invocation: Invocation,
): Promise<LambdaReply> {
  const { host, principals } = parts;
  const resource = host.find(invocation.functionArn)?.arn ?? invocation.functionArn;
  const action = 'lambda:InvokeFunction';
  const decision = principals.isAllowed(caller.roleArn, action, resource);
  if (!decision.allowed) {
    const message = `User: ${caller.userArn()} is not authorized to perform: ${action} on resource: ${resource} ${decision.reason}`;
    throw new AwsServiceError('AccessDeniedException', message, 403);
  }
  return host.invoke(invocation);
}
