import { emptyBody, unparsable } from '../errors/requestError.ts';
import type { OperationRequest } from '../execution/operation.ts';

/** Reads a POST's body. @throws {RequestError} 400 for an empty body, junk, or an array of operations */
export function readMessage(body: string): OperationRequest {
  if (body.trim() === '') throw emptyBody();
  return toOperation(parseJson(body));
}

/** Reads a GET's `query`, `variables` (JSON) and `operationName`. @throws {RequestError} 400 */
export function readQueryString(parameters: URLSearchParams): OperationRequest {
  const variables = parameters.get('variables');
  return toOperation({
    query: parameters.get('query'),
    operationName: parameters.get('operationName'),
    variables: variables === null ? null : parseJson(variables),
  });
}

function toOperation(message: unknown): OperationRequest {
  if (typeof message !== 'object' || message === null || Array.isArray(message)) throw unparsable();
  const { query, variables, operationName } = message as Record<string, unknown>;
  if (typeof query !== 'string' || query === '') throw unparsable();
  if (!isOptional(variables, 'object') || Array.isArray(variables) || !isOptional(operationName, 'string'))
    throw unparsable();
  return {
    query,
    variables: (variables ?? {}) as Record<string, unknown>,
    operationName: (operationName ?? null) as string | null,
  };
}

function isOptional(value: unknown, type: 'object' | 'string'): boolean {
  return value === undefined || value === null || typeof value === type;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unparsable();
  }
}
