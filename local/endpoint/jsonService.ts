import { AwsServiceError } from '../appsync/definition.ts';
import type { Principal, Principals } from '../iam/principals.ts';
import { jsonError, type Answer } from './answer.ts';
import type { ServiceHandler } from './server/request.ts';

export type Input = Record<string, unknown>;

/** One operation: its input and who calls. @throws {AwsServiceError} what the service answers instead */
export type Operation = (input: Input, caller: Principal) => Promise<Input> | Input;

/**
 * A service of the JSON protocols: the operation stands in `X-Amz-Target`, input and output are the bodies.
 * @param settings.target what stands before the operation's name, e.g. `AWSEvents`
 * @param settings.version of the protocol
 */
export function createJsonService(settings: {
  target: string;
  version: '1.0' | '1.1';
  operations: Readonly<Record<string, Operation>>;
}): ServiceHandler {
  const { target, operations } = settings;
  const type = `application/x-amz-json-${settings.version}`;
  const typed = (answer: Answer): Answer => ({ ...answer, headers: { 'content-type': type } });
  return async ({ headers, body, principal }) => {
    const wanted = headers['x-amz-target'] ?? '(missing)';
    const name = wanted.startsWith(`${target}.`) ? wanted.slice(target.length + 1) : '';
    const operation = Object.hasOwn(operations, name) ? operations[name] : undefined;
    if (operation === undefined) {
      const message = `The local cloud serves ${Object.keys(operations).join(', ')}, not ${wanted}.`;
      return typed(jsonError(400, 'UnknownOperationException', message));
    }
    const input = parseInput(body);
    if (input === null) return typed(jsonError(400, 'SerializationException', 'The body is not a JSON object.'));
    try {
      return typed({ status: 200, headers: {}, body: JSON.stringify(await operation(input, principal)) });
    } catch (error) {
      if (!(error instanceof AwsServiceError)) throw error;
      return typed(jsonError(error.statusCode, error.code, error.message, error.body));
    }
  };
}

function parseInput(body: string): Input | null {
  try {
    const value: unknown = body === '' ? {} : JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Input) : null;
  } catch {
    return null;
  }
}

/**
 * Lets a call go on only if the caller's policies allow it.
 * @param status of the refusal: 400 for services of the JSON protocols, 403 for others
 * @throws {AwsServiceError} AccessDeniedException
 */
export function requireAllowed(
  principals: Principals,
  caller: Pick<Principal, 'roleArn' | 'userArn'>,
  action: string,
  resource: string,
  { status = 400, context = {} }: { status?: number; context?: Record<string, string | string[]> } = {},
): void {
  const decision = principals.isAllowed(caller.roleArn, action, resource, context);
  if (decision.allowed) return;
  const message = `User: ${caller.userArn} is not authorized to perform: ${action} on resource: ${resource} ${decision.reason}`;
  throw new AwsServiceError('AccessDeniedException', message, status);
}
