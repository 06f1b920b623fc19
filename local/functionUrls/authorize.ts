import { verifySignature } from '../endpoint/sigv4/verify.ts';
import type { Principal, Principals } from '../iam/principals.ts';
import type { FunctionUrl, UrlAnswer, UrlPermission, UrlRequest } from './definition.ts';
import { refusal } from './urlAnswer.ts';

/** Who calls, as `requestContext.authorizer.iam` tells it. */
export type IamIdentity = {
  accessKey: string;
  accountId: string;
  callerId: string;
  cognitoIdentity: null;
  principalOrgId: null;
  userArn: string;
  userId: string;
};

export type Gate = { permissions: readonly UrlPermission[]; principals: Principals; region: string };

/** What a call of a URL needs. Source: Lambda developer guide, "Control access to Lambda function URLs". */
const ACTIONS = ['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction'] as const;
const HELP = 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html';

/**
 * Who may call: by the function's own permissions, which a URL without authentication needs too, or by the policies of
 * whoever signed. Both actions are needed.
 * @param signedPath as the caller signed it, with the prefix of the function's address
 */
export async function authorize(
  gate: Gate,
  url: FunctionUrl,
  request: UrlRequest,
  signedPath: string,
): Promise<{ identity: IamIdentity | null } | { refused: UrlAnswer }> {
  const principal = url.authType === 'NONE' ? null : await signer(gate, request, signedPath);
  if (url.authType === 'AWS_IAM' && principal === null) return { refused: unsigned(request) };
  const isAllowed = ACTIONS.every((action) => isPublic(gate, url, action) || maySigned(gate, url, principal, action));
  if (!isAllowed) return { refused: forbidden() };
  return { identity: principal && identityOf(principal) };
}

function signer({ principals, region }: Gate, request: UrlRequest, path: string): Promise<Principal | null> {
  const settings = { byAccessKey: principals.byAccessKey, region, service: 'lambda' };
  return verifySignature({ ...request, path }, settings);
}

function isPublic({ permissions }: Gate, { functionArn, authType }: FunctionUrl, action: string): boolean {
  return permissions.some(
    (permission) =>
      permission.functionArn === functionArn &&
      permission.action === action &&
      (!('authType' in permission) || permission.authType === authType),
  );
}

function maySigned(gate: Gate, url: FunctionUrl, principal: Principal | null, action: string): boolean {
  if (principal === null) return false;
  const context = { 'lambda:functionurlauthtype': url.authType, 'lambda:invokedviafunctionurl': 'true' };
  return gate.principals.isAllowed(principal.roleArn, action, url.functionArn, context).allowed;
}

function identityOf({ accessKeyId, accountId, userArn }: Principal): IamIdentity {
  // The key id stands in for the unique id that a role has.
  const userId = `${accessKeyId}:${userArn.split('/').at(-1)}`;
  return {
    accessKey: accessKeyId,
    accountId,
    callerId: userId,
    cognitoIdentity: null,
    principalOrgId: null,
    userArn,
    userId,
  };
}

function unsigned({ headers }: UrlRequest): UrlAnswer {
  if (headers.authorization !== undefined) {
    const message = 'The request signature we calculated does not match the signature you provided.';
    return refusal(403, 'InvalidSignatureException', { message });
  }
  return refusal(403, 'MissingAuthenticationTokenException', { message: 'Missing Authentication Token' });
}

function forbidden(): UrlAnswer {
  const Message = `Forbidden. For troubleshooting Function URL authorization issues, see: ${HELP}`;
  return refusal(403, 'AccessDeniedException', { Message });
}
