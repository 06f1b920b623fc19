import { AwsServiceError } from '../../appsync/definition.ts';
import type { Principals } from '../../iam/principals.ts';
import type { Invocation, LambdaHost } from '../../lambda/definition.ts';
import type { Answer } from '../answer.ts';
import type { ServiceHandler } from '../server/request.ts';
import { invokeChecked } from './invoke.ts';

const PATH = /^\/2015-03-31\/functions\/([^/]+)\/invocations$/;
const STATUS: Record<Invocation['invocationType'], number> = { RequestResponse: 200, Event: 202, DryRun: 204 };

/** Lambda's Invoke over REST; no other action of Lambda's API has a meaning here. */
export function createLambdaHandler(parts: { host: LambdaHost; principals: Principals }): ServiceHandler {
  return async ({ method, path, query, headers, body, principal, signal }) => {
    const name = PATH.exec(path)?.[1];
    if (method !== 'POST' || name === undefined) {
      return restError(501, 'NotImplemented', `The local endpoint serves Lambda's Invoke only, not ${method} ${path}.`);
    }
    const qualifier = new URLSearchParams(query).get('Qualifier');
    const type = headers['x-amz-invocation-type'] ?? 'RequestResponse';
    if (!isInvocationType(type))
      return restError(400, 'InvalidParameterValueException', `Unknown invocation type ${type}.`);
    try {
      const functionArn = decodeURIComponent(name) + (qualifier === null ? '' : `:${qualifier}`);
      const invocation = { functionArn, payload: parsePayload(body), invocationType: type, signal };
      const reply = await invokeChecked(
        parts,
        { roleArn: principal.roleArn, userArn: () => principal.userArn },
        invocation,
      );
      const failed: Record<string, string> = reply.functionError ? { 'x-amz-function-error': reply.functionError } : {};
      return {
        status: STATUS[type],
        headers: { 'content-type': 'application/json', 'x-amz-executed-version': '$LATEST', ...failed },
        body: type === 'RequestResponse' ? JSON.stringify(reply.payload ?? null) : '',
      };
    } catch (error) {
      if (!(error instanceof AwsServiceError)) throw error;
      return restError(error.statusCode, error.code, error.message, error.body);
    }
  };
}

function isInvocationType(text: string): text is Invocation['invocationType'] {
  return text in STATUS;
}

/** A missing payload is an empty event. @throws {AwsServiceError} InvalidRequestContentException */
function parsePayload(body: string): unknown {
  if (body === '') return {};
  try {
    return JSON.parse(body);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new AwsServiceError('InvalidRequestContentException', `Could not parse request body into json: ${why}`, 400);
  }
}

function restError(status: number, type: string, message: string, more: Record<string, unknown> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': type },
    body: JSON.stringify({ Type: status < 500 ? 'User' : 'Service', ...more, Message: message, message }),
  };
}
