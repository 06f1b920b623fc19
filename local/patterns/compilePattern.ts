import type { Dialect } from './dialect.ts';
import { compileRule } from './operators/rule.ts';
import { PatternError } from './patternError.ts';
import { type Fields, fieldOf, isFields, leavesOf, objectsOf } from './values.ts';

/** Does the event match? Pure; takes any JSON value and never throws. */
export type Pattern = (event: unknown) => boolean;

/**
 * Tests one object. `all` are the objects at the same path, of which it is one: in a list of objects, one of them must
 * match in every field, but a field that must not exist must be in none.
 */
type ObjectTest = (one: Fields, all: Fields[]) => boolean;

/**
 * Compiles an event pattern: an object whose fields are lists of values and operators, or objects of the same kind.
 * EventBridge User Guide, "Creating event patterns"; where it is silent, as AWS's own matcher (github.com/aws/event-ruler) does it.
 * @param pattern the pattern as a JSON value
 * @throws {PatternError} naming the field that AWS would refuse, an unknown operator among them
 */
export function compilePattern(pattern: unknown, dialect: Dialect = 'bus'): Pattern {
  const test = compileObject(pattern, '', dialect);
  return (event) => isFields(event) && test(event, [event]);
}

function compileObject(pattern: unknown, path: string, dialect: Dialect): ObjectTest {
  if (!isFields(pattern)) throw new PatternError(`${path || 'the pattern'} must be an object`);
  const entries = Object.entries(pattern);
  if (entries.length === 0) throw new PatternError(`${path || 'the pattern'} is empty: it must name a field`);
  const tests = entries.map(([name, value]) =>
    compileField(name, value, path === '' ? name : `${path}.${name}`, dialect),
  );
  return (one, all) => tests.every((test) => test(one, all));
}

function compileField(name: string, value: unknown, path: string, dialect: Dialect): ObjectTest {
  if (name === '$or' && isAlternatives(value)) {
    const alternatives = value.map((each, index) => compileObject(each, `${path}[${index}]`, dialect));
    return (one, all) => alternatives.some((test) => test(one, all));
  }
  if (Array.isArray(value)) return compileLeaf(name, value, path, dialect);
  if (!isFields(value)) throw new PatternError(`${path} must be a list of values, or an object of further fields`);
  const test = compileObject(value, path, dialect);
  return (one, all) => {
    const inner = objectsOf(fieldOf(one, name));
    const allInner = all.flatMap((fields) => objectsOf(fieldOf(fields, name)));
    // Where there is no object, fields that must not exist are still to be granted.
    return (inner.length === 0 ? [{}] : inner).some((object) => test(object, allInner));
  };
}

function compileLeaf(name: string, rules: unknown[], path: string, dialect: Dialect): ObjectTest {
  if (rules.length === 0) throw new PatternError(`${path} is an empty list, which nothing can match`);
  const compiled = rules.map((rule, index) => compileRule(rule, `${path}[${index}]`, dialect));
  const tests = compiled.filter((rule) => rule !== 'absent');
  const mayBeAbsent = tests.length < compiled.length;
  return (one, all) => {
    if (leavesOf(fieldOf(one, name)).some((leaf) => tests.some((test) => test(leaf)))) return true;
    return mayBeAbsent && all.every((fields) => leavesOf(fieldOf(fields, name)).length === 0);
  };
}

/** `$or` is an operator when it lists two objects or more; else it is a field of that name. */
function isAlternatives(value: unknown): value is Fields[] {
  return Array.isArray(value) && value.length >= 2 && value.every(isFields);
}
