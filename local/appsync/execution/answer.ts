import type { Authenticator } from '../auth/authenticator.ts';
import type { AuthenticatedCaller } from '../auth/caller.ts';
import { RequestError, subscriptionOverHttp } from '../errors/requestError.ts';
import type { ApiRequest, ApiResponse } from '../http/exchange.ts';
import type { ResponseError } from '../errors/responseError.ts';
import { readMessage, readQueryString } from '../http/message.ts';
import type { RealtimeHub } from '../realtime/contract.ts';
import { publishMutation } from '../subscriptions/publish.ts';
import type { Engine } from './engine.ts';
import { executeOperation, type Execution } from './execute.ts';
import { chooseOperation, type OperationRequest } from './operation.ts';
import { MOST_BYTES } from './resolvedSize.ts';

type Parts = {
  engine: Engine;
  authenticate: Authenticator;
  realtime: { hub: RealtimeHub | null };
  subscribed: ReadonlySet<string>;
};

/** Answers queries and mutations: caller -> operation -> execution -> subscribers -> JSON. */
export function createAnswerer(parts: Parts): (request: ApiRequest) => Promise<ApiResponse> {
  const { engine, authenticate } = parts;
  return async (request) => {
    const requestId = engine.newRequestId();
    try {
      const caller = await authenticate(request, requestId);
      const operation =
        request.method === 'GET' ? readQueryString(new URLSearchParams(request.query)) : readMessage(request.body);
      return dataResponse(await run(parts, caller, operation, request.headers), requestId);
    } catch (error) {
      if (error instanceof RequestError) return errorResponse(error, requestId);
      engine.log(`request ${requestId} failed: ${(error as Error).stack}`);
      return errorResponse(new RequestError(500, 'InternalFailure', 'An internal failure occurred.'), requestId);
    }
  };
}

/** `{errors: [{errorType, message}]}`, with the type in a header too. */
export function errorResponse({ status, errorType, message }: RequestError, requestId: string): ApiResponse {
  const body = JSON.stringify({ errors: [{ errorType, message }] });
  return { status, headers: { ...headersOf(requestId), 'x-amzn-errortype': errorType }, body };
}

async function run(
  parts: Parts,
  caller: AuthenticatedCaller,
  request: OperationRequest,
  headers: Record<string, string>,
): Promise<Execution> {
  const { engine, realtime, subscribed } = parts;
  const { document, errors } = engine.documents(request.query);
  if (errors.length > 0) return { data: null, errors: [...errors] };
  const operation = chooseOperation(engine.schema, document, request.operationName);
  if (typeof operation === 'string') return { data: null, errors: [unplaced(operation)] };
  if (operation.operation === 'subscription') throw subscriptionOverHttp();
  const state = engine.newState(caller, request.variables, headers);
  const execution = await executeOperation(engine, document, operation, state).finally(() => state.deadline.stop());
  if (operation.operation === 'mutation' && realtime.hub !== null) {
    publishMutation(realtime.hub, subscribed, document, operation, execution, state, engine.log);
  }
  return execution;
}

function dataResponse({ data, errors }: Execution, requestId: string): ApiResponse {
  const body = JSON.stringify(errors.length === 0 ? { data } : { data, errors });
  if (Buffer.byteLength(body) <= MOST_BYTES) return { status: 200, headers: headersOf(requestId), body };
  const message = 'The response is larger than 5 MB.';
  return {
    status: 200,
    headers: headersOf(requestId),
    body: JSON.stringify({ data: null, errors: [unplaced(message)] }),
  };
}

function headersOf(requestId: string): Record<string, string> {
  return { 'content-type': 'application/json;charset=UTF-8', 'x-amzn-requestid': requestId };
}

function unplaced(message: string): ResponseError {
  return { path: null, locations: null, message };
}
