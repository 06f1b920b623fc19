import { AwsServiceError } from '../appsync/definition.ts';

/** What a service answers, before it is known whether the caller is in this process or on the other end of a socket. */
export type Answer = { status: number; headers: Record<string, string>; body: string };

/**
 * The caller never hears an answer: over HTTP its connection breaks, in this process it gets
 * {@link executionTimeout}. The work may or may not have been done.
 */
export class NoAnswerError extends Error {
  override name = 'NoAnswerError';
}

/** An error answer in the form of the JSON protocols: `__type` and `message`. */
export function jsonError(status: number, type: string, message: string, more: Record<string, unknown> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.0' },
    body: JSON.stringify({ __type: type, message, ...more }),
  };
}

/** As AppSync names a data source that did not answer: `<Service>:ExecutionTimeoutException`, less the service. */
export function executionTimeout(): AwsServiceError {
  return new AwsServiceError('ExecutionTimeoutException', 'Execution timed out.', 0);
}

/** The error an in-process caller gets for an error answer of a JSON protocol. */
export function errorFromAnswer(answer: Answer): AwsServiceError {
  const body = parseObject(answer.body);
  const type = typeof body.__type === 'string' ? body.__type : 'UnknownError';
  const message = body.message ?? body.Message;
  return new AwsServiceError(
    type.slice(type.indexOf('#') + 1),
    typeof message === 'string' ? message : answer.body,
    answer.status,
    body,
  );
}

function parseObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
