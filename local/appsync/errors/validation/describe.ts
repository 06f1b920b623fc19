import { validate, type DocumentNode, type GraphQLError, type GraphQLSchema, type ValidationRule } from 'graphql';
import { toLocations, type ResponseError } from '../responseError.ts';
import { wordingOf } from './wording.ts';
import { queryPathOf } from './queryPath.ts';

/**
 * Validation errors in AppSync's words: `Validation error of type FieldUndefined: Field 'x' in type 'Query' is undefined @
 * 'x'`. Each rule runs alone, so that its errors can be told from the others'.
 */
export function describeValidation(
  schema: GraphQLSchema,
  document: DocumentNode,
  rules: readonly ValidationRule[],
): ResponseError[] {
  return rules
    .flatMap((rule) => validate(schema, document, [rule]).map((error) => describe(error, rule.name, document)))
    .sort(byPlace);
}

function describe(error: GraphQLError, rule: string, document: DocumentNode): ResponseError {
  const { type, text, place = 0 } = wordingOf(rule, error, document);
  const path = queryPathOf(document, error.nodes?.[place]);
  const where = path === null ? '' : ` @ '${path}'`;
  return {
    path: null,
    locations: toLocations(error.locations?.slice(place, place + 1)),
    message: `Validation error of type ${type}: ${text}${where}`,
  };
}

function byPlace(a: ResponseError, b: ResponseError): number {
  const [left, right] = [a.locations?.[0], b.locations?.[0]];
  if (left === undefined || right === undefined) return 0;
  return left.line - right.line || left.column - right.column;
}
