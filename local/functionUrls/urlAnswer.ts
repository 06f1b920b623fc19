import { AwsServiceError, type LambdaReply } from '../appsync/definition.ts';
import type { UrlAnswer } from './definition.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

type Response = {
  statusCode: unknown;
  headers?: Record<string, unknown>;
  body?: unknown;
  cookies?: unknown;
  isBase64Encoded?: unknown;
};

/**
 * What a function returned, as an HTTP answer. An object with a `statusCode` is the whole answer; anything else is its
 * body, as JSON. What cannot be an answer, a failure and a time-out are 502.
 * Source: Lambda developer guide, "Invoking Lambda function URLs", response payload format.
 */
export function urlAnswer({ payload, functionError }: LambdaReply): UrlAnswer {
  if (functionError !== undefined) return badGateway();
  if (!isResponse(payload)) return { status: 200, headers: JSON_TYPE, body: JSON.stringify(payload) };
  const status = Number(payload.statusCode);
  if (!Number.isInteger(status) || status < 100 || status > 599) return badGateway();
  const headers: UrlAnswer['headers'] = { ...JSON_TYPE };
  for (const [name, value] of Object.entries(payload.headers ?? {})) headers[name.toLowerCase()] = String(value);
  if (Array.isArray(payload.cookies)) headers['set-cookie'] = payload.cookies.map(String);
  return { status, headers, body: bodyOf(payload) };
}

/** What an invocation failed with before or beside the function: throttles, sizes. */
export function errorAnswer(error: unknown): UrlAnswer {
  if (!(error instanceof AwsServiceError)) throw error;
  const { code, message, statusCode, body } = error;
  return refusal(statusCode, code, { ...body, Type: statusCode < 500 ? 'User' : 'Service', message });
}

/** An answer of the service itself. */
export function refusal(status: number, errorType: string, body: Record<string, unknown>): UrlAnswer {
  return { status, headers: { ...JSON_TYPE, 'x-amzn-errortype': errorType }, body: JSON.stringify(body) };
}

function isResponse(payload: unknown): payload is Response {
  return typeof payload === 'object' && payload !== null && 'statusCode' in payload;
}

function bodyOf({ body, isBase64Encoded }: Response): string | Buffer {
  if (body === undefined || body === null) return '';
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return isBase64Encoded === true ? Buffer.from(text, 'base64') : text;
}

function badGateway(): UrlAnswer {
  return { status: 502, headers: JSON_TYPE, body: 'Internal Server Error' };
}
