import { Lru } from '../cache/lru.ts';
import type { ApiDefinition, AuthProvider, Backends } from '../definition.ts';
import { UnauthorizedError } from '../errors/requestError.ts';
import type { AuthenticatedCaller, CallRequest } from './caller.ts';

type LambdaProvider = Extract<AuthProvider, { mode: 'AWS_LAMBDA' }>;
type Remembered = { caller: AuthenticatedCaller; until: number };
type Answer = { isAuthorized?: unknown; resolverContext?: unknown; deniedFields?: unknown; ttlOverride?: unknown };

const REMEMBERED_TOKENS = 2000;
const TIMEOUT_MS = 10_000;
/** AppSync calls the function as a service, by the function's resource policy, not in a role of the API. */
const SERVICE_PRINCIPAL = 'appsync.amazonaws.com';

/**
 * Asks the authorizer function about a token; its answer holds for `ttlOverride` or the provider's seconds.
 * Source: AppSync developer guide, "AWS_LAMBDA authorization".
 * @throws {UnauthorizedError} in the returned function
 */
export function lambdaAuthenticator(
  provider: LambdaProvider,
  api: ApiDefinition,
  invoke: Backends['lambda'],
  { now, log }: { now(): number; log(line: string): void },
) {
  const pattern =
    provider.identityValidationPattern === undefined ? null : new RegExp(provider.identityValidationPattern);
  const remembered = new Lru<string, Remembered>(REMEMBERED_TOKENS);
  return async (token: string, request: CallRequest, requestId: string): Promise<AuthenticatedCaller> => {
    if (pattern !== null && !pattern.test(token)) throw new UnauthorizedError();
    const known = remembered.get(token);
    if (known !== undefined && known.until > now()) return known.caller;
    const answer = await ask(token, request, requestId);
    if (answer.isAuthorized !== true) throw new UnauthorizedError();
    const caller = toCaller(answer);
    const seconds = typeof answer.ttlOverride === 'number' ? answer.ttlOverride : provider.ttlSeconds;
    if (seconds > 0) remembered.set(token, { caller, until: now() + seconds * 1000 });
    return caller;
  };

  async function ask(token: string, request: CallRequest, requestId: string): Promise<Answer> {
    const operation = operationIn(request.body);
    const payload = {
      authorizationToken: token,
      requestContext: { apiId: api.apiId, accountId: api.accountId, requestId, ...operation },
      requestHeaders: request.headers,
    };
    const reply = await invoke({
      functionArn: provider.functionArn,
      payload,
      invocationType: 'RequestResponse',
      roleArn: SERVICE_PRINCIPAL,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch((error: Error) => {
      log(`authorizer ${provider.functionArn} could not be called: ${error.message}`);
      throw new UnauthorizedError();
    });
    if (reply.functionError === undefined && typeof reply.payload === 'object' && reply.payload !== null)
      return reply.payload;
    log(`authorizer ${provider.functionArn} failed: ${JSON.stringify(reply.payload)}`);
    throw new UnauthorizedError();
  }
}

function toCaller(answer: Answer): AuthenticatedCaller {
  const denied = Array.isArray(answer.deniedFields) ? answer.deniedFields.map((field) => fieldKey(String(field))) : [];
  return {
    mode: 'AWS_LAMBDA',
    identity: { resolverContext: answer.resolverContext ?? null },
    groups: [],
    deniedFields: new Set(denied),
  };
}

/** `Type.field`, also from `arn:aws:appsync:...:apis/ID/types/Type/fields/field`. */
function fieldKey(field: string): string {
  const arn = /\/types\/([^/]+)\/fields\/([^/]+)$/.exec(field);
  return arn === null ? field : `${arn[1]}.${arn[2]}`;
}

function operationIn(body: string): { queryString?: unknown; operationName?: unknown; variables?: unknown } {
  try {
    const { query, operationName, variables } = JSON.parse(body) as Record<string, unknown>;
    return { queryString: query, operationName, variables: variables ?? {} };
  } catch {
    // A connection has no operation yet, and a broken body is reported once the caller is known.
    return {};
  }
}
