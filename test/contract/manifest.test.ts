import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, isObjectType } from 'graphql';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { functions } from '../../functions/manifest.ts';
import {
  functionDataSources,
  type ResolverEntry,
  resolvers,
  stepFile,
  tableDataSources,
} from '../../resolvers/manifest.ts';
import { bundleAppsync } from '../../tools/appsync-bundle/bundle.ts';

const root = path.resolve(import.meta.dirname, '../..');
const inRoot = (...parts: string[]) => path.join(root, ...parts);
const entries = Object.entries<ResolverEntry>(resolvers);

/** Paths below resolvers/ of the code that the manifest names. */
const named = entries.flatMap(([key, entry]) =>
  'steps' in entry ? [`${key}/index.ts`, ...entry.steps.map((step) => `${stepFile(key, step)}.ts`)] : [`${key}.ts`],
);

/** Handlers among the files: `Type.field.ts`, and in a folder of a field or of shared steps what exports a request handler. */
const found = readdirSync(inRoot('resolvers'), { recursive: true, encoding: 'utf8' }).filter((file) => {
  if (!/^([A-Z]\w+\.\w+(\.ts|[\\/]\w+\.ts)|steps[\\/]\w+[\\/]\w+\.ts)$/.test(file)) return false;
  return /export (function request\b|\{ request\b)/.test(readFileSync(inRoot('resolvers', file), 'utf8'));
});

describe('schema, manifest and resolver files', () => {
  it('name one another, and nothing else', () => {
    expect([...new Set(named)].sort()).toEqual(found.sort());
  });

  it('agree on every field of the root types', () => {
    const prelude = readFileSync(inRoot('local/appsync/schema/appsync.graphql'), 'utf8');
    const schema = buildSchema(prelude + readFileSync(inRoot('generated/schema.graphql'), 'utf8'));
    const fields = ['Query', 'Mutation', 'Subscription'].flatMap((name) => {
      const type = schema.getType(name);
      return isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${name}.${field}`) : [];
    });
    const rootKeys = entries.map(([key]) => key).filter((key) => /^(Query|Mutation|Subscription)\./.test(key));
    expect(rootKeys.sort()).toEqual(fields.sort());
  });

  it('use every data source', () => {
    const used = entries.flatMap(([, entry]) =>
      'steps' in entry ? entry.steps.map((step) => step.dataSource) : [entry.dataSource],
    );
    expect([...new Set(used)].sort()).toEqual(
      [...Object.keys(tableDataSources), ...functionDataSources, 'none'].sort(),
    );
  });

  it('keep to AppSync’s ten steps and 32,768 characters', () => {
    for (const [key, entry] of entries) if ('steps' in entry) expect(entry.steps.length, key).toBeLessThanOrEqual(10);
    for (const file of new Set(named)) {
      expect(bundleAppsync(inRoot('resolvers', file)).code.length, file).toBeLessThanOrEqual(32_768);
    }
  });
});

describe('functions', () => {
  it('name handlers that exist, one for each folder', () => {
    const handlers = Object.values(functions).map((entry) => entry.handler);
    expect(handlers.filter((file) => !existsSync(inRoot(file)))).toEqual([]);
    const folders = readdirSync(inRoot('functions'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'shared' && entry.name !== 'manifest')
      .map((entry) => `functions/${entry.name}/handler.ts`);
    expect(folders.sort()).toEqual(handlers.sort());
  });
});
