import {
  coerceInputValue,
  getLocation,
  isNonNullType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import { toLocations, type ResponseError } from '../responseError.ts';

/**
 * Why the variables do not fit the operation, in AppSync's words; the first reason only, as AppSync stops there.
 * Seen in AppSync's answers: a null where none may be names the variable and the type of the place; a scalar's complaint names
 * the innermost field; an unknown field has no location.
 */
export function describeVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): ResponseError[] {
  for (const definition of operation.variableDefinitions ?? []) {
    const error = describeVariable(schema, definition, variables);
    if (error !== null) return [error];
  }
  return [];
}

function describeVariable(
  schema: GraphQLSchema,
  definition: VariableDefinitionNode,
  variables: Record<string, unknown>,
): ResponseError | null {
  const name = definition.variable.name.value;
  const type = typeFromAST(schema, definition.type) as GraphQLInputType;
  const value = variables[name];
  const absent = value === undefined || value === null;
  if (absent && isNonNullType(type) && (value === null || definition.defaultValue === undefined)) {
    return nullForNonNull(definition, name, String(type));
  }
  if (absent) return null;
  let found: ResponseError | null = null;
  coerceInputValue(value, type, (path, _, error) => {
    found ??= describeFault(definition, name, path, error.message, error.originalError?.message);
  });
  return found;
}

function describeFault(
  definition: VariableDefinitionNode,
  name: string,
  path: readonly (string | number)[],
  message: string,
  cause?: string,
): ResponseError {
  const unknown = /^Field "\w+" is not defined by type "(\w+)"/.exec(message);
  if (unknown !== null) {
    const text = `The variables input contains a field that is not defined for input object type '${unknown[1]}' `;
    return { path: null, locations: null, message: text };
  }
  const missing =
    /^Field "\w+" of required type "([^"]+)" was not provided|^Expected non-nullable type "([^"]+)" not to be null/.exec(
      message,
    );
  if (missing !== null) return nullForNonNull(definition, name, (missing[1] ?? missing[2]) as string);
  const place = path.findLast((step) => typeof step === 'string') ?? name;
  return {
    path: null,
    locations: locationOf(definition),
    message: `Variable '${place}' has an invalid value. ${cause ?? message}`,
  };
}

function nullForNonNull(definition: VariableDefinitionNode, name: string, type: string): ResponseError {
  const message = `Variable '${name}' has coerced Null value for NonNull type '${type}'`;
  return { path: null, locations: locationOf(definition), message };
}

function locationOf({ loc }: VariableDefinitionNode): ResponseError['locations'] {
  return loc === undefined ? null : toLocations([getLocation(loc.source, loc.start)]);
}
