import { getNamedType, isObjectType, type GraphQLError, type GraphQLSchema, type GraphQLType } from 'graphql';
import { FieldError } from './fieldError.ts';
import { toLocations, writePath, type ResponseError } from './responseError.ts';
import { SerializeError } from './serializeError.ts';

const NULL_IN_NON_NULL = /^Cannot return null for non-nullable field (\w+)\.(\w+)\.$/;
const LEAF = /^(Int|Float|String|Boolean|ID) cannot represent/;
const ENUM = /^Enum "(\w+)" cannot represent value: (.*)$/;
const NOT_A_LIST = /^Expected Iterable, but did not find one for field /;

/** One error of a running operation as AppSync would report it. */
export function toResponseError(
  error: GraphQLError,
  schema: GraphQLSchema,
  log: (line: string) => void,
): ResponseError {
  const path = error.path ?? [];
  const origin = error.originalError ?? error;
  if (origin instanceof FieldError) return fromFieldError(origin, path, error);
  if (origin instanceof SerializeError) {
    return cannotSerialize(path, origin.message);
  }
  if (origin instanceof NotAnObjectError) return typeMismatch(path, 'OBJECT');
  const nullField = NULL_IN_NON_NULL.exec(error.message);
  if (nullField !== null) return nullInNonNull(schema, nullField[1] as string, nullField[2] as string, path);
  if (NOT_A_LIST.test(error.message)) return typeMismatch(path, 'LIST');
  if (LEAF.test(error.message)) return cannotSerialize(path, error.message);
  const value = ENUM.exec(error.message);
  if (value !== null)
    return cannotSerialize(
      path,
      `Invalid input for Enum '${value[1]}'. Unknown value '${value[2]?.replaceAll('"', '')}'`,
    );
  // graphql-js's own, about the query: an argument that is null only now that the variables are known.
  if (origin === error) return { path, locations: toLocations(error.locations), message: error.message };
  // Nothing a handler did: a fault of the runtime, which must not look like the API's own answer.
  log(`internal failure at ${writePath(path)}: ${origin.stack}`);
  const locations = toLocations(error.locations);
  return { path, data: null, errorType: 'InternalFailure', errorInfo: null, locations, message: error.message };
}

function cannotSerialize(path: readonly (string | number)[], reason: string): ResponseError {
  return { path, locations: null, message: `Can't serialize value (${writePath(path)}) : ${reason}` };
}

/** A value whose kind (`LIST`, `OBJECT`) is not the field's. */
function typeMismatch(path: readonly (string | number)[], expected: 'LIST' | 'OBJECT'): ResponseError {
  const message = `Can't resolve value (${writePath(path)}) : type mismatch error, expected type ${expected}`;
  return { path, locations: null, message };
}

/** Stands for a {@link typeMismatch} until its path is known. */
export class NotAnObjectError extends Error {}

function fromFieldError(origin: FieldError, path: readonly (string | number)[], error: GraphQLError): ResponseError {
  return {
    path,
    data: origin.data ?? null,
    errorType: origin.errorType,
    errorInfo: origin.errorInfo ?? null,
    locations: toLocations(error.locations),
    message: origin.message,
  };
}

function nullInNonNull(
  schema: GraphQLSchema,
  parent: string,
  field: string,
  path: readonly (string | number)[],
): ResponseError {
  const type = schema.getType(parent);
  const fieldType = isObjectType(type) ? type.getFields()[field]?.type : undefined;
  const message = `Cannot return null for non-nullable type: '${nameOf(fieldType)}' within parent '${parent}' (${writePath(path)})`;
  return { path, locations: null, message };
}

function nameOf(type: GraphQLType | undefined): string {
  return type === undefined ? 'unknown' : getNamedType(type).name;
}
