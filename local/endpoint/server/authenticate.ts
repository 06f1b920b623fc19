import type { Principal, Principals } from '../../iam/principals.ts';
import { jsonError, type Answer } from '../answer.ts';
import { parseAuthorization } from '../sigv4/authorization.ts';

/** Who calls which service; or what AWS answers to someone it does not know. */
export type Authenticated = { principal: Principal; service: string } | { refused: Answer };

const TYPE = 'com.amazon.coral.service#';

/**
 * Tells the caller by its access key and session token, and the service by the signature's scope.
 * The signature itself is not computed again: these calls come from this machine's own functions, by the thousand.
 */
export function authenticate(headers: Record<string, string>, principals: Principals, region: string): Authenticated {
  const authorization = parseAuthorization(headers.authorization);
  if (authorization === null) {
    return refuse('MissingAuthenticationTokenException', 'Request is missing Authentication Token');
  }
  const principal = principals.byAccessKey(authorization.accessKeyId);
  const token = headers['x-amz-security-token'] ?? null;
  if (principal === undefined || principal.sessionToken !== token) {
    return refuse('UnrecognizedClientException', 'The security token included in the request is invalid.');
  }
  if (authorization.region !== region) {
    const message = `Credential should be scoped to a valid region: this endpoint is ${region}, not ${authorization.region}.`;
    return refuse('InvalidSignatureException', message);
  }
  return { principal, service: authorization.service };
}

function refuse(type: string, message: string): Authenticated {
  const answer = jsonError(400, TYPE + type, message);
  // REST services name the error in a header, as the JSON ones do in the body.
  return { refused: { ...answer, headers: { ...answer.headers, 'x-amzn-errortype': type } } };
}
