import { PatternError } from '../patternError.ts';
import type { LeafTest } from '../values.ts';

type Comparison = (value: number, bound: number) => boolean;

const LOWER: Readonly<Record<string, Comparison>> = {
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};
const UPPER: Readonly<Record<string, Comparison>> = {
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
};
const SINGLE: Readonly<Record<string, Comparison>> = { '=': (value, bound) => value === bound, ...LOWER, ...UPPER };

/** event-ruler, "Numeric matching". */
const LIMIT = 5e9;

/**
 * `["=", n]`, one bound, or a lower and an upper bound. Only JSON numbers match: a number of DynamoDB's, which is a text
 * there, never does.
 * @throws {PatternError}
 */
export function compileNumeric(operand: unknown, path: string): LeafTest {
  const parts: unknown[] = Array.isArray(operand) ? operand : [];
  if (parts.length === 2) return within([bound(parts[0], parts[1], SINGLE, path)]);
  if (parts.length !== 4) {
    throw new PatternError(`${path}: numeric takes a comparison and a number, or a lower and an upper bound`);
  }
  if (Number(parts[1]) >= Number(parts[3])) throw new PatternError(`${path}: numeric has an empty range`);
  return within([bound(parts[0], parts[1], LOWER, path), bound(parts[2], parts[3], UPPER, path)]);
}

function bound(
  sign: unknown,
  limit: unknown,
  known: Readonly<Record<string, Comparison>>,
  path: string,
): (value: number) => boolean {
  const compare = typeof sign === 'string' && Object.hasOwn(known, sign) ? known[sign] : undefined;
  if (compare === undefined) {
    throw new PatternError(`${path}: numeric takes ${Object.keys(known).join(' ')} here, not ${JSON.stringify(sign)}`);
  }
  if (typeof limit !== 'number' || Math.abs(limit) > LIMIT) {
    throw new PatternError(
      `${path}: numeric compares with numbers from -${LIMIT} to ${LIMIT}, not ${JSON.stringify(limit)}`,
    );
  }
  return (value) => compare(value, limit);
}

function within(bounds: ((value: number) => boolean)[]): LeafTest {
  return (leaf) => typeof leaf === 'number' && bounds.every((holds) => holds(leaf));
}
