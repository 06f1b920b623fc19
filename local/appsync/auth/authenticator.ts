import { decodeJwt } from 'jose';
import type { ApiDefinition, ApiKey, AuthMode, AuthProvider, Backends } from '../definition.ts';
import { UnauthorizedError } from '../errors/requestError.ts';
import { authenticateApiKey } from './apiKey.ts';
import type { AuthenticatedCaller, CallRequest } from './caller.ts';
import { authenticateIam, SIGV4_PREFIX } from './iam.ts';
import { cognitoAuthenticator } from './jwt/cognito.ts';
import { oidcAuthenticator } from './jwt/oidc.ts';
import { lambdaAuthenticator } from './lambdaAuthorizer.ts';

const JWT = /^[\w-]+\.[\w-]+\.[\w-]+$/;

export type Authenticator = (request: CallRequest, requestId: string) => Promise<AuthenticatedCaller>;
type Tools = { now(): number; log(line: string): void };
type OfToken = (token: string, request: CallRequest, requestId: string) => Promise<AuthenticatedCaller>;

/**
 * Finds the caller of a request by its headers: a SigV4 signature, else a token, else an API key.
 * Which of a token and an API key wins when both are sent is not documented.
 * @throws {UnauthorizedError} in the returned function
 */
export function createAuthenticator(api: ApiDefinition, backends: Backends, tools: Tools): Authenticator {
  const has = (mode: AuthMode) => api.providers.some((provider) => provider.mode === mode);
  const keys = api.providers.flatMap((provider): ApiKey[] => (provider.mode === 'API_KEY' ? provider.keys : []));
  const ofToken = tokenAuthenticator(api, backends, tools);
  return async (request, requestId) => {
    const { authorization, 'x-api-key': apiKey } = request.headers;
    if (authorization?.startsWith(SIGV4_PREFIX) && has('AWS_IAM'))
      return authenticateIam(request, api, backends.iamCaller);
    if (authorization !== undefined && ofToken !== null) return ofToken(authorization, request, requestId);
    if (apiKey !== undefined && has('API_KEY')) return authenticateApiKey(keys, apiKey, tools.now());
    if (apiKey === undefined && authorization === undefined && !has('API_KEY')) {
      throw new UnauthorizedError('Valid authorization header not provided.');
    }
    throw new UnauthorizedError();
  };
}

/** A JWT goes to the provider of its issuer, any other token to the Lambda authorizer; null without such a provider. */
function tokenAuthenticator(api: ApiDefinition, backends: Backends, tools: Tools): OfToken | null {
  const byIssuer = new Map<string, OfToken>();
  let byLambda: OfToken | null = null;
  for (const provider of api.providers) {
    if (provider.mode === 'AMAZON_COGNITO_USER_POOLS')
      byIssuer.set(provider.issuer, cognitoAuthenticator(provider, tools));
    if (provider.mode === 'OPENID_CONNECT') byIssuer.set(provider.issuer, oidcAuthenticator(provider, tools));
    if (provider.mode === 'AWS_LAMBDA') byLambda = lambdaAuthenticator(provider, api, backends.lambda, tools);
  }
  if (byIssuer.size === 0) return byLambda;
  return async (token, request, requestId) => {
    const issuer = issuerOf(token);
    if (issuer === null && byLambda !== null) return byLambda(token, request, requestId);
    if (issuer === null) throw new UnauthorizedError('Unable to parse JWT token.');
    const authenticate = byIssuer.get(issuer);
    if (authenticate === undefined) throw new UnauthorizedError();
    return authenticate(token, request, requestId);
  };
}

/** The issuer a JWT claims; null for what is no JWT. As on AppSync, `Bearer ` before it makes it none. */
function issuerOf(token: string): string | null {
  if (!JWT.test(token)) return null;
  try {
    return decodeJwt(token).iss ?? null;
  } catch {
    return null;
  }
}

/** Providers of one mode that AppSync allows once only. */
export function refuseDoubledModes(providers: readonly AuthProvider[]): void {
  for (const mode of ['API_KEY', 'AWS_IAM', 'AWS_LAMBDA'] as const) {
    if (providers.filter((provider) => provider.mode === mode).length > 1) {
      throw new Error(`The API has ${mode} authorization more than once.`);
    }
  }
}
