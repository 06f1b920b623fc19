import type { z } from 'zod';
import { findNotRun, NotRun } from '../template/notRun.ts';
import { TemplateError } from '../template/templateError.ts';
import type { Adapter } from './adapter.ts';

/**
 * Checks evaluated properties against what an adapter declares.
 * @throws {TemplateError} naming every property that is unknown, missing or of the wrong type
 */
export function readProperties(adapter: Adapter, properties: Record<string, unknown>): unknown {
  const read = adapter.properties.safeParse(properties);
  if (!read.success)
    throw new TemplateError(read.error.issues.flatMap((issue) => describe(issue, properties, [])).join('; '));
  return read.data;
}

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

function describe(issue: Issue, properties: unknown, above: Path): string[] {
  const path = [...above, ...issue.path];
  const value = valueAt(properties, path);
  const notRun = value instanceof NotRun ? value : findNotRun(value);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `property ${render([...path, key])} is not known to the local cloud`);
  }
  if (notRun !== undefined)
    return [`property ${render(path)} needs ${notRun.logicalId} (${notRun.type}), which is not run locally`];
  if (issue.code === 'invalid_union') return describeUnion(issue, properties, path);
  if (value === undefined) return [`property ${render(path)} is missing`];
  return [`property ${render(path)} is ${JSON.stringify(value)}: ${issue.message}`];
}

/** Of the shapes a value could have had, the one it came closest to says best what is wrong. */
function describeUnion(issue: Issue & { code: 'invalid_union' }, properties: unknown, path: Path): string[] {
  const best = [...issue.errors].sort((a, b) => deepest(b) - deepest(a))[0] ?? [];
  const value = valueAt(properties, path);
  if (value === undefined) return [`property ${render(path)} is missing`];
  return best.flatMap((inner) => describe(inner, properties, path));
}

const deepest = (issues: readonly Issue[]): number => Math.max(0, ...issues.map((issue) => issue.path.length));

function valueAt(root: unknown, path: Path): unknown {
  let value = root;
  for (const key of path) value = (value as Record<PropertyKey, unknown> | undefined | null)?.[key];
  return value;
}

/** `Replicas[0].Region` */
function render(path: Path): string {
  return path
    .map((key, position) => (typeof key === 'number' ? `[${key}]` : `${position === 0 ? '' : '.'}${String(key)}`))
    .join('');
}
