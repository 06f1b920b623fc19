import { errors, Pool } from 'undici';
import { jsonError, NoAnswerError, type Answer } from '../answer.ts';
import { isDataPlane, targetOf } from './operations.ts';

export type Forward = {
  /** Sends one call to the engine. @throws {NoAnswerError} no answer in time; the signal's reason when it was aborted */
  send(operation: string, body: string, signal?: AbortSignal): Promise<Answer>;
  close(): Promise<void>;
};

/** How the engine names itself in ARNs, whatever the region and account of the caller. */
const ENGINE_ARN = 'arn:aws:dynamodb:ddblocal:000000000000:';
// The engine wants an alphanumeric access key and looks no further; with -sharedDb it does not matter which.
const AUTHORIZATION = `AWS4-HMAC-SHA256 Credential=keyrack/20200101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0`;
const KEPT_HEADERS = ['content-type', 'x-amzn-requestid', 'x-amz-crc32'];

/**
 * A lean client of DynamoDB Local: keep-alive connections, text in, text out. Table and stream ARNs are given the
 * region and account of the template, both ways, so that policies and event source mappings fit.
 * @param timeoutMs how long one call may take
 */
export function createForward(settings: {
  url: string;
  region: string;
  accountId: string;
  timeoutMs: number;
}): Forward {
  const { url, region, accountId, timeoutMs } = settings;
  // The engine serves one write at a time; more connections than this only queue there instead of here.
  const pool = new Pool(url, { connections: 64, headersTimeout: timeoutMs, bodyTimeout: timeoutMs, pipelining: 1 });
  const ownArn = `arn:aws:dynamodb:${region}:${accountId}:`;

  const exchange = async (operation: string, body: string, signal?: AbortSignal): Promise<Answer> => {
    const reply = await pool.request({
      method: 'POST',
      path: '/',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': targetOf(operation),
        authorization: AUTHORIZATION,
      },
      body,
      signal,
    });
    const text = await reply.body.text();
    const headers: Record<string, string> = {};
    for (const name of KEPT_HEADERS) {
      const value = reply.headers[name];
      if (typeof value === 'string') headers[name] = value;
    }
    return { status: reply.statusCode, headers, body: text };
  };

  const send = async (operation: string, body: string, signal?: AbortSignal): Promise<Answer> => {
    try {
      if (isDataPlane(operation)) return await exchange(operation, body, signal);
      const answer = await exchange(operation, body.replaceAll(ownArn, ENGINE_ARN), signal);
      delete answer.headers['x-amz-crc32']; // It no longer fits the text.
      const text = answer.body
        .replaceAll(ENGINE_ARN, ownArn)
        .replaceAll('"awsRegion":"ddblocal"', `"awsRegion":"${region}"`);
      return { ...answer, body: text };
    } catch (error) {
      return failed(error, operation, timeoutMs, signal);
    }
  };

  return { send, close: () => pool.destroy() };
}

function failed(error: unknown, operation: string, timeoutMs: number, signal?: AbortSignal): Answer {
  if (signal?.aborted) throw signal.reason;
  if (error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError) {
    throw new NoAnswerError(`DynamoDB Local did not answer ${operation} within ${timeoutMs} ms.`);
  }
  const why = error instanceof Error ? error.message : String(error);
  return jsonError(
    500,
    'com.amazonaws.dynamodb.v20120810#InternalServerError',
    `DynamoDB Local cannot be reached: ${why}`,
  );
}
