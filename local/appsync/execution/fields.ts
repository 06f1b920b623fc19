import {
  getNamedType,
  getNullableType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type ResponsePath,
} from 'graphql';
import { mayAccess, type FieldAccess } from '../auth/fieldAccess.ts';
import { NotAnObjectError } from '../errors/executionErrors.ts';
import { FieldError, notAuthorized } from '../errors/fieldError.ts';
import type { RequestState } from './requestState.ts';
import type { Resolver } from './resolver/resolver.ts';
import { runResolver } from './resolver/run.ts';

export type FieldLimits = { depth: number; resolvers: number };
export type FieldWiring = { access: FieldAccess; resolver: Resolver | undefined };

/**
 * Gives every field of the schema its behaviour: authorization, depth limit, then its resolver, or the parent's property of
 * the same name.
 */
export function installFields(
  schema: GraphQLSchema,
  limits: FieldLimits,
  wiringOf: (type: string, field: string) => FieldWiring,
): void {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      install(field, type, roots.includes(type), limits, wiringOf(type.name, field.name));
    }
  }
}

function install(
  field: GraphQLField<unknown, RequestState>,
  type: GraphQLObjectType,
  isRoot: boolean,
  limits: FieldLimits,
  wiring: FieldWiring,
): void {
  const { access, resolver } = wiring;
  const mustBeObject = isObjectType(getNamedType(field.type)) && !isListType(getNullableType(field.type));
  const value = resolver === undefined ? property : withResolver(resolver, limits.resolvers);
  field.resolve = (source, args, state, info) => {
    if (!mayAccess(access, state.caller, type.name, field.name, isRoot)) throw notAuthorized(field.name, type.name);
    if (limits.depth > 0 && depthOf(info.path) > limits.depth) throw tooDeep(limits.depth);
    const resolved = value(source, args, state, info);
    return mustBeObject ? asObject(resolved) : resolved;
  };
}

function withResolver(resolver: Resolver, most: number) {
  return (source: unknown, args: Record<string, unknown>, state: RequestState, info: GraphQLResolveInfo): unknown => {
    if (state.delivering) return property(source, args, state, info);
    state.resolvers += 1;
    if (state.resolvers > most) throw tooManyResolvers(most);
    return runResolver(resolver, source, args, state, info);
  };
}

function property(
  source: unknown,
  _args: Record<string, unknown>,
  _state: RequestState,
  { fieldName }: GraphQLResolveInfo,
): unknown {
  if (typeof source !== 'object' || source === null || !Object.hasOwn(source, fieldName)) return null;
  return (source as Record<string, unknown>)[fieldName];
}

/** graphql-js takes anything for an object; AppSync does not. */
function asObject(value: unknown): unknown {
  if (value instanceof Promise) return value.then(asObject);
  if (value === null || value === undefined || (typeof value === 'object' && !Array.isArray(value))) return value;
  throw new NotAnObjectError();
}

/** Fields on the way from the root, list positions not counted. */
function depthOf(path: ResponsePath): number {
  let depth = 0;
  for (let at: ResponsePath | undefined = path; at !== undefined; at = at.prev)
    if (typeof at.key === 'string') depth += 1;
  return depth;
}

/** Error types from the developer guide, "Configuring GraphQL run complexity"; the wording is ours. */
function tooDeep(limit: number): FieldError {
  return new FieldError(`Query depth limit of ${limit} reached.`, 'QueryDepthLimitReached');
}

function tooManyResolvers(limit: number): FieldError {
  return new FieldError(`Resolver execution limit of ${limit} reached.`, 'ResolverExecutionLimitReached');
}
