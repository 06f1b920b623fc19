import { parse, validate, specifiedRules, type DocumentNode, type GraphQLSchema } from 'graphql';
import { Lru } from '../cache/lru.ts';
import { unparsable } from '../errors/requestError.ts';
import type { ResponseError } from '../errors/responseError.ts';
import { describeValidation } from '../errors/validation/describe.ts';
import { noIntrospection } from '../errors/validation/noIntrospection.ts';

export type PreparedDocument = { document: DocumentNode; errors: readonly ResponseError[] };

const REMEMBERED_DOCUMENTS = 1000;
/** Characters; longer queries are rather made by hand than sent again. */
const LONGEST_REMEMBERED = 64 * 1024;
/** graphql-js would otherwise recurse through whatever it is sent. */
const MOST_TOKENS = 15_000;

export type Documents = (query: string) => PreparedDocument;

/**
 * Parses and validates queries, once each while they are in use.
 * @throws {RequestError} in the returned function: "Unable to parse GraphQL query."
 */
export function createDocuments(schema: GraphQLSchema, introspection: boolean): Documents {
  const rules = introspection ? specifiedRules : [...specifiedRules, noIntrospection];
  const remembered = new Lru<string, PreparedDocument>(REMEMBERED_DOCUMENTS);
  return (query) => {
    const known = remembered.get(query);
    if (known !== undefined) return known;
    const document = parseQuery(query);
    const valid = validate(schema, document, rules).length === 0;
    const prepared = { document, errors: valid ? [] : describeValidation(schema, document, rules) };
    if (query.length <= LONGEST_REMEMBERED) remembered.set(query, prepared);
    return prepared;
  };
}

function parseQuery(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: MOST_TOKENS });
  } catch {
    throw unparsable();
  }
}
