import type { ApiDefinition, Backends } from '../definition.ts';
import { UnauthorizedError } from '../errors/requestError.ts';
import { sourceIps, type AuthenticatedCaller, type CallRequest } from './caller.ts';

export const SIGV4_PREFIX = 'AWS4-HMAC-SHA256';

/** The caller that signed the request. @throws {UnauthorizedError} when the signature does not hold */
export async function authenticateIam(
  request: CallRequest,
  api: ApiDefinition,
  iamCaller: Backends['iamCaller'],
): Promise<AuthenticatedCaller> {
  const { method, path, query, headers, body } = request;
  const caller = await iamCaller({ method, path, query, headers, body });
  if (caller === null) throw new UnauthorizedError();
  const identity = {
    accountId: caller.accountId,
    cognitoIdentityPoolId: null,
    cognitoIdentityId: null,
    sourceIp: sourceIps(request),
    username: caller.username,
    userArn: caller.userArn,
    cognitoIdentityAuthType: null,
    cognitoIdentityAuthProvider: null,
  };
  return {
    mode: 'AWS_IAM',
    identity,
    groups: [],
    allowsField: (type, field) => caller.allows('appsync:GraphQL', `${api.arn}/types/${type}/fields/${field}`),
  };
}
