import { Failure, keys } from '../intrinsics.ts';
import { isObject } from '../objects.ts';
import { toAttributes } from './attributes.ts';
import { filterExpression } from './filter/expression.ts';
import type { FilterExpression } from './filter/rendering.ts';
import { projectionExpression } from './projection.ts';
import { asSet } from './sets.ts';
import { updateExpression } from './updateExpression.ts';

export type Given = Record<string, unknown>;
export type Request = Record<string, unknown>;

/** Inputs that are not copied as they are: the request's field, and how it is made. */
const CONVERSIONS: Record<string, { field: string; convert(value: unknown, of: string): unknown }> = {
  key: { field: 'key', convert: (value, of) => toAttributes(value, `${of}, "key"`, asSet) },
  item: { field: 'attributeValues', convert: (value, of) => toAttributes(value, `${of}, "item"`, asSet) },
  update: { field: 'update', convert: updateExpression },
  condition: { field: 'condition', convert: expression },
  query: { field: 'query', convert: expression },
  filter: { field: 'filter', convert: expression },
  projection: { field: 'projection', convert: projectionExpression },
};
const REQUIRED = ['key', 'item', 'update', 'query', 'table'];

/** A request object of a helper's input. @throws {TypeError} as `fields` does */
export function request(operation: string, of: string, input: Given, known: string[]): Request {
  return { operation, ...fields(of, input, known) };
}

/**
 * The fields of a request that a helper's input gives. Inputs that are absent or null are left out (reported of AWS).
 *
 * @param of the helper's name, for the message @param known the inputs the helper takes
 * @throws {TypeError} for an input it does not take, or when one that it needs is missing
 */
export function fields(of: string, input: Given, known: string[]): Request {
  if (!isObject(input)) throw new Failure(`${of} takes an object`);
  for (const name of keys(input)) if (known.indexOf(name) === -1) throw new Failure(`${of} does not take "${name}"`);
  const made: Request = {};
  for (const name of known) {
    const value = input[name];
    const absent = value === undefined || value === null;
    if (absent && REQUIRED.indexOf(name) !== -1) throw new Failure(`${of} needs "${name}"`);
    const conversion = CONVERSIONS[name];
    if (!absent) made[conversion?.field ?? name] = conversion ? conversion.convert(value, of) : value;
  }
  return made;
}

/** In a request, an expression that binds no value has no `expressionValues` (reported of AWS). */
function expression(filter: unknown, of: string): Partial<FilterExpression> {
  const { expression: text, expressionNames, expressionValues } = filterExpression(filter, of);
  if (text === '') throw new Failure(`${of}: a filter or condition is empty; leave it out`);
  if (keys(expressionValues).length === 0) return { expression: text, expressionNames };
  return { expression: text, expressionNames, expressionValues };
}
