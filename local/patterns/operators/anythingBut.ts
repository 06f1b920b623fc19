import type { Dialect } from '../dialect.ts';
import { PatternError } from '../patternError.ts';
import { isFields, type LeafTest } from '../values.ts';
import { equalsIgnoringCase, prefix, suffix } from './texts.ts';
import { compileWildcard } from './wildcard.ts';

const INNER: Readonly<Record<string, (operand: unknown, path: string) => LeafTest>> = {
  prefix,
  suffix,
  'equals-ignore-case': equalsIgnoringCase,
  wildcard: compileWildcard,
};

/**
 * Any leaf but those named: a text, a number, a list of either, or what a further operator (of one text or a list) matches.
 * A field that is not there does not match; of a list, one leaf that is none of them is enough.
 * @throws {PatternError}
 */
export function compileAnythingBut(operand: unknown, path: string, dialect: Dialect): LeafTest {
  const named = isFields(operand) ? compileInner(operand, path, dialect) : compileValues(operand, path);
  return (leaf) => !named.some((test) => test(leaf));
}

function compileInner(operand: Record<string, unknown>, path: string, dialect: Dialect): LeafTest[] {
  if (dialect === 'filter') {
    throw new PatternError(`${path}: filters of event source mappings take anything-but of values, not of operators`);
  }
  const [[name, inner] = ['', undefined], ...others] = Object.entries(operand);
  const compile = Object.hasOwn(INNER, name) ? INNER[name] : undefined;
  if (compile === undefined || others.length > 0) {
    throw new PatternError(`${path}: anything-but takes one of ${Object.keys(INNER).join(', ')}, or values`);
  }
  const operands: unknown[] = Array.isArray(inner) ? inner : [inner];
  if (operands.length === 0) throw new PatternError(`${path}: anything-but ${name} has an empty list`);
  return operands.map((each) => compile(each, path));
}

function compileValues(operand: unknown, path: string): LeafTest[] {
  const values: unknown[] = Array.isArray(operand) ? operand : [operand];
  const types = new Set(values.map((value) => typeof value));
  const [type] = types;
  if (types.size !== 1 || (type !== 'string' && type !== 'number')) {
    throw new PatternError(`${path}: anything-but takes texts or numbers, not a mix and nothing else`);
  }
  return values.map((value) => (leaf) => leaf === value);
}
