import { isObjectType, type GraphQLSchema } from 'graphql';
import type { DataSource } from '../datasources/dataSource.ts';
import type { ApiDefinition, FunctionDefinition, ResolverDefinition } from '../definition.ts';
import type { Resolver, SourceStep } from '../execution/resolver/resolver.ts';
import type { HandlerCode } from '../runtime/contract.ts';

/** Source: AppSync quotas, "Number of functions per pipeline resolver". */
const MOST_FUNCTIONS = 10;
/** Source: AppSync API reference, CreateResolver, maxBatchSize. */
const MOST_IN_BATCH = 2000;

type Load = (code: string, name: string) => HandlerCode;

/**
 * Loads every resolver and function and puts them together.
 * @returns resolvers by `Type.field`
 * @throws when anything names what is not there, is there twice, or is over a limit of AppSync
 */
export function wireResolvers(
  api: ApiDefinition,
  schema: GraphQLSchema,
  sources: ReadonlyMap<string, DataSource>,
  load: Load,
): Map<string, Resolver> {
  const functions = wireFunctions(api.functions, sources, load);
  const resolvers = new Map<string, Resolver>();
  for (const definition of api.resolvers) {
    const name = `${definition.typeName}.${definition.fieldName}`;
    requireField(schema, definition);
    if (resolvers.has(name)) throw new Error(`${name} has two resolvers.`);
    resolvers.set(name, wireResolver(definition, name));
  }
  return resolvers;

  function wireResolver(definition: ResolverDefinition, name: string): Resolver {
    const { environment } = api;
    const code = load(definition.code, name);
    if (definition.kind === 'UNIT') {
      const source = sourceOf(sources, definition.dataSource, `The resolver ${name}`);
      const maxBatchSize = batchSize(definition.maxBatchSize, source, `The resolver ${name}`);
      return { kind: 'UNIT', name, environment, code, source, maxBatchSize };
    }
    const ids = definition.functions;
    if (ids.length > MOST_FUNCTIONS)
      throw new Error(`The pipeline ${name} has ${ids.length} functions: AppSync takes ${MOST_FUNCTIONS}.`);
    return { kind: 'PIPELINE', name, environment, code, functions: ids.map((id) => functionOf(functions, id, name)) };
  }
}

function wireFunctions(
  definitions: readonly FunctionDefinition[],
  sources: ReadonlyMap<string, DataSource>,
  load: Load,
): Map<string, SourceStep> {
  const functions = new Map<string, SourceStep>();
  for (const { functionId, name, dataSource, code, maxBatchSize } of definitions) {
    if (functions.has(functionId)) throw new Error(`Two functions have the id ${functionId}.`);
    const source = sourceOf(sources, dataSource, `The function ${name}`);
    const most = batchSize(maxBatchSize, source, `The function ${name}`);
    functions.set(functionId, { name, code: load(code, name), source, maxBatchSize: most });
  }
  return functions;
}

function functionOf(functions: ReadonlyMap<string, SourceStep>, id: string, pipeline: string): SourceStep {
  const step = functions.get(id);
  if (step === undefined) throw new Error(`The pipeline ${pipeline} names the function ${id}, which does not exist.`);
  return step;
}

function requireField(schema: GraphQLSchema, { typeName, fieldName }: ResolverDefinition): void {
  const type = schema.getType(typeName);
  if (type === undefined)
    throw new Error(`A resolver is for ${typeName}.${fieldName}, but the schema has no type ${typeName}.`);
  if (!isObjectType(type))
    throw new Error(`A resolver is for ${typeName}.${fieldName}, but ${typeName} is no object type.`);
  if (!(fieldName in type.getFields()))
    throw new Error(`A resolver is for ${typeName}.${fieldName}, but ${typeName} has no such field.`);
}

function sourceOf(sources: ReadonlyMap<string, DataSource>, name: string, who: string): DataSource {
  const source = sources.get(name);
  if (source === undefined) throw new Error(`${who} names the data source ${name}, which does not exist.`);
  return source;
}

function batchSize(size: number, source: DataSource, who: string): number {
  if (!Number.isInteger(size) || size < 0 || size > MOST_IN_BATCH)
    throw new Error(`${who} has maxBatchSize ${size}: it must be 0 to ${MOST_IN_BATCH}.`);
  if (size > 0 && source.service !== 'Lambda')
    throw new Error(`${who} has maxBatchSize ${size}, which only a Lambda data source knows.`);
  return size;
}
