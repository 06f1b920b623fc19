import {
  execute,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type OperationDefinitionNode,
} from 'graphql';
import { toResponseError } from '../errors/executionErrors.ts';
import type { ResponseError } from '../errors/responseError.ts';
import { describeVariables } from '../errors/variables/describe.ts';
import type { Engine } from './engine.ts';
import type { RequestState } from './requestState.ts';

export type Execution = { data: Record<string, unknown> | null; errors: ResponseError[] };

/** Runs one operation of a valid document to AppSync's `data` and `errors`. */
export async function executeOperation(
  { schema, log }: Pick<Engine, 'schema' | 'log'>,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  state: RequestState,
  rootValue?: unknown,
): Promise<Execution> {
  const result: ExecutionResult = await execute({
    schema,
    document,
    rootValue,
    contextValue: state,
    variableValues: state.variables,
    operationName: operation.name?.value,
  });
  const errors = result.errors?.map((error) => toResponseError(error, schema, log)) ?? [];
  // graphql-js leaves `data` out when the operation did not start, which after validation is the variables' doing.
  if (result.data === undefined)
    return { data: null, errors: orOwnWords(describeVariables(schema, operation, state.variables), result.errors) };
  return { data: result.data, errors: [...errors, ...state.appended] };
}

function orOwnWords(described: ResponseError[], errors: readonly GraphQLError[] = []): ResponseError[] {
  return described.length > 0 ? described : errors.map(({ message }) => ({ path: null, locations: null, message }));
}
