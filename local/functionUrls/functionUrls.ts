import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LambdaHost } from '../lambda/definition.ts';
import { authorize, type Gate } from './authorize.ts';
import { corsHeaders, isPreflight, preflightAnswer } from './cors.ts';
import type { FunctionUrl, UrlAnswer, UrlRequest } from './definition.ts';
import { readBody } from './http/readBody.ts';
import { errorAnswer, refusal, urlAnswer } from './urlAnswer.ts';
import { urlEvent } from './urlEvent.ts';

/** Below it, on the local cloud's HTTP server, lie the function URLs: `/lambda-url/<id>/`. */
export const URLS_PATH = '/lambda-url';

export type FunctionUrlsOptions = Gate & {
  urls: readonly FunctionUrl[];
  functions: Pick<LambdaHost, 'invoke'>;
  log(line: string): void;
};

/** Answers requests to function URLs: each is one synchronous invocation. */
export function createFunctionUrls(options: FunctionUrlsOptions) {
  const byId = new Map(options.urls.map((url) => [url.id, url]));
  return (incoming: IncomingMessage, response: ServerResponse): void => {
    answerTo(incoming, byId, options).then(
      (answer) => send(response, answer),
      (error: unknown) => {
        if (response.destroyed || incoming.destroyed) return;
        options.log(`A function URL failed: ${error instanceof Error ? error.stack : String(error)}`);
        send(response, refusal(500, 'InternalFailure', { Message: null }));
      },
    );
  };
}

async function answerTo(
  incoming: IncomingMessage,
  byId: ReadonlyMap<string, FunctionUrl>,
  options: FunctionUrlsOptions,
): Promise<UrlAnswer> {
  const [signedPath = '', query = ''] = splitOnce(incoming.url ?? '/', '?');
  const [id = '', rest = ''] = splitOnce(signedPath.slice(URLS_PATH.length + 1), '/');
  const url = byId.get(id);
  if (url === undefined) return refusal(403, 'AccessDeniedException', { Message: null });
  const body = await readBody(incoming);
  if (body === null) return refusal(413, 'RequestEntityTooLargeException', { Message: 'Request Entity Too Large' });
  const request = requestOf(incoming, { path: `/${rest}`, query, body });
  if (url.cors !== null && isPreflight(request)) return preflightAnswer(url.cors, request);
  const answer = await invoke(url, request, signedPath, options);
  return url.cors === null ? answer : { ...answer, headers: { ...answer.headers, ...corsHeaders(url.cors, request) } };
}

async function invoke(
  url: FunctionUrl,
  request: UrlRequest,
  signedPath: string,
  options: FunctionUrlsOptions,
): Promise<UrlAnswer> {
  const caller = await authorize(options, url, request, signedPath);
  if ('refused' in caller) return caller.refused;
  const requestId = randomUUID();
  const payload = urlEvent({ url, request, ...caller, requestId, now: new Date() });
  try {
    const { functionArn } = url;
    const reply = await options.functions.invoke({
      functionArn,
      payload,
      invocationType: 'RequestResponse',
      requestId,
    });
    const answer = urlAnswer(reply);
    return { ...answer, headers: { ...answer.headers, 'x-amzn-requestid': requestId } };
  } catch (error) {
    return errorAnswer(error);
  }
}

function requestOf(incoming: IncomingMessage, parts: Pick<UrlRequest, 'path' | 'query' | 'body'>): UrlRequest {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined && name !== 'connection') headers[name] = Array.isArray(value) ? value.join(',') : value;
  }
  return {
    ...parts,
    method: incoming.method ?? 'GET',
    headers,
    host: headers.host ?? '',
    sourceIp: incoming.socket.remoteAddress ?? '',
  };
}

function send(response: ServerResponse, { status, headers, body }: UrlAnswer): void {
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body);
}

function splitOnce(text: string, at: string): [string, string] {
  const place = text.indexOf(at);
  return place < 0 ? [text, ''] : [text.slice(0, place), text.slice(place + at.length)];
}
