import type { Dialect } from '../dialect.ts';
import { PatternError } from '../patternError.ts';
import { isFields, isLeaf, type LeafTest } from '../values.ts';
import { compileAnythingBut } from './anythingBut.ts';
import { compileCidr } from './cidr.ts';
import { compileNumeric } from './numeric.ts';
import { equalsIgnoringCase, prefix, suffix } from './texts.ts';
import { compileWildcard } from './wildcard.ts';

/** How one operator's operand becomes a test. `absent` is met by a field that is not there. */
type Operator = (operand: unknown, path: string, dialect: Dialect) => LeafTest | 'absent';

const OPERATORS: Readonly<Record<string, Operator>> = {
  exists: compileExists,
  prefix,
  suffix,
  'equals-ignore-case': equalsIgnoringCase,
  numeric: compileNumeric,
  'anything-but': compileAnythingBut,
  wildcard: compileWildcard,
  cidr: compileCidr,
};

const NOT_IN_FILTERS = new Set(['wildcard', 'cidr']);

/**
 * One entry of a field's list: a value to be equal to, or an object of one operator.
 * @throws {PatternError}
 */
export function compileRule(rule: unknown, path: string, dialect: Dialect): LeafTest | 'absent' {
  // No conversion between types: "1" is not 1, and "" is not null.
  if (isLeaf(rule)) return (leaf) => leaf === rule;
  if (!isFields(rule)) throw new PatternError(`${path} must be a value or an operator, not a list`);
  const [[name, operand] = ['', undefined], ...others] = Object.entries(rule);
  if (others.length > 0) throw new PatternError(`${path} has ${others.length + 1} operators, it can have one`);
  const operator = Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
  if (operator === undefined) {
    throw new PatternError(`${path} has the operator "${name}", known are ${Object.keys(OPERATORS).join(', ')}`);
  }
  if (dialect === 'filter' && NOT_IN_FILTERS.has(name)) {
    throw new PatternError(`${path}: filters of event source mappings do not know the operator "${name}"`);
  }
  return operator(operand, path, dialect);
}

/** Existence is of leaves: an object, or an empty list, is not there (event-ruler, "Exists matching"). */
function compileExists(operand: unknown, path: string): LeafTest | 'absent' {
  if (typeof operand !== 'boolean') throw new PatternError(`${path}: exists takes true or false`);
  return operand ? () => true : 'absent';
}
