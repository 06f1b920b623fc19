import type { IncomingMessage, ServerResponse } from 'node:http';
import { RequestError } from '../errors/requestError.ts';
import type { ApiRequest, ApiResponse } from './exchange.ts';
import { readBody } from './body.ts';
import { CORS_HEADERS, flatHeaders, preflightHeaders } from './headers.ts';

/** AppSync's HTTP door: POST, GET and OPTIONS of `/graphql`. */
export function createHandler(
  answer: (request: ApiRequest) => Promise<ApiResponse>,
  answerError: (error: RequestError) => ApiResponse,
) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    if (request.method === 'OPTIONS') {
      request.resume();
      response.writeHead(200, preflightHeaders(request.headers['access-control-request-headers'])).end();
      return;
    }
    respond(request)
      .catch((error) => {
        if (error instanceof RequestError) return answerError(error);
        throw error;
      })
      .then(
        (answered) => send(response, answered),
        // The client went away while it was sending: there is nobody to answer.
        () => response.destroy(),
      );
  };

  async function respond(request: IncomingMessage): Promise<ApiResponse> {
    const { method = 'GET', url = '/' } = request;
    const body = await readBody(request);
    if (method !== 'POST' && method !== 'GET')
      throw new RequestError(405, 'BadRequestException', `${method} is not supported.`);
    const cut = url.indexOf('?');
    return answer({
      method,
      path: cut === -1 ? url : url.slice(0, cut),
      query: cut === -1 ? '' : url.slice(cut + 1),
      headers: flatHeaders(request.headers),
      body,
      remoteAddress: request.socket.remoteAddress ?? '',
    });
  }
}

function send(response: ServerResponse, { status, headers, body }: ApiResponse): void {
  const length = { 'content-length': Buffer.byteLength(body) };
  response.writeHead(status, { ...CORS_HEADERS, ...headers, ...length }).end(body);
}
