import { getNamedType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { ApiDefinition, AuthMode } from '../definition.ts';
import { accessFromDirectives, defaultAccess, type FieldAccess } from './fieldAccess.ts';

/** Access of each field by `Type.field`. */
export type AccessTable = ReadonlyMap<string, FieldAccess>;

/**
 * A field's own directives, else its type's, else the default mode.
 * @throws for a directive that cannot work, and for a mode that reaches a field whose type it can read nothing of
 */
export function compileAccess(schema: GraphQLSchema, { providers }: Pick<ApiDefinition, 'providers'>): AccessTable {
  const fallback = defaultAccess(providers);
  const table = new Map<string, FieldAccess>();
  for (const type of objectTypes(schema)) {
    const nodes = [...(type.astNode ? [type.astNode] : []), ...type.extensionASTNodes];
    const ofType = accessFromDirectives(
      nodes.flatMap(({ directives }) => directives ?? []),
      schema,
      providers,
      type.name,
    );
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`;
      const own = accessFromDirectives(field.astNode?.directives ?? [], schema, providers, name);
      table.set(name, own ?? ofType ?? fallback);
    }
  }
  for (const { mode } of providers) refuseDeadEnds(schema, table, mode);
  return table;
}

/** Follows a mode from the root types through the fields it may use. */
function refuseDeadEnds(schema: GraphQLSchema, table: AccessTable, mode: AuthMode): void {
  const reached = new Set<GraphQLObjectType>();
  const waiting = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(isPresent);
  for (const type of waiting) {
    for (const field of Object.values(type.getFields())) {
      const next = getNamedType(field.type);
      if (!allows(table, type, field.name, mode) || !isObjectType(next) || reached.has(next)) continue;
      if (!Object.keys(next.getFields()).some((name) => allows(table, next, name, mode))) {
        throw new Error(
          `${type.name}.${field.name} lets ${mode} callers in, but of its type ${next.name} they may read no field.`,
        );
      }
      reached.add(next);
      waiting.push(next);
    }
  }
}

function allows(table: AccessTable, type: GraphQLObjectType, field: string, mode: AuthMode): boolean {
  return table.get(`${type.name}.${field}`)?.modes.has(mode) ?? false;
}

function objectTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith('__'),
  ) as GraphQLObjectType[];
}

function isPresent<Value>(value: Value | null | undefined): value is Value {
  return value !== null && value !== undefined;
}
