import { badRequest, expectObject, expectString, optional, refuseUnknown } from '../requestShape.ts';
import { toWire, type WireMap } from './attributes.ts';

/** An expression with what its placeholders stand for. */
export type Expression = { expression: string; names: Record<string, string>; values: WireMap };

const EXPRESSION_KEYS = ['expression', 'expressionNames', 'expressionValues'];
const EXPRESSION = new Set(EXPRESSION_KEYS);
const PROJECTION = new Set(['expression', 'expressionNames']);

/** `{expression, expressionNames?, expressionValues?}`; `extra` are further properties the caller reads itself. */
export function readExpression(value: unknown, path: string, extra: readonly string[] = []): Expression {
  const given = expectObject(value, path);
  refuseUnknown(given, extra.length === 0 ? EXPRESSION : new Set([...EXPRESSION_KEYS, ...extra]), path);
  return {
    expression: expectString(given.expression, `${path}[expression]`),
    names: readNames(given.expressionNames, `${path}[expressionNames]`),
    values: optional(toWire, given.expressionValues, `${path}[expressionValues]`) ?? {},
  };
}

/** `{expression, expressionNames?}` */
export function readProjection(value: unknown, path: string): Expression {
  const given = expectObject(value, path);
  refuseUnknown(given, PROJECTION, path);
  const names = readNames(given.expressionNames, `${path}[expressionNames]`);
  return { expression: expectString(given.expression, `${path}[expression]`), names, values: {} };
}

/**
 * `ExpressionAttributeNames` and `ExpressionAttributeValues` of one DynamoDB call, which its expressions share.
 * Empty maps are left out: DynamoDB refuses them.
 * @throws {FieldError} MappingTemplate when two expressions give one placeholder two meanings
 */
export function placeholders(...expressions: (Expression | undefined)[]): {
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: WireMap;
} {
  const names: Record<string, string> = {};
  const values: WireMap = {};
  for (const expression of expressions) {
    if (expression === undefined) continue;
    merge(names, expression.names);
    merge(values, expression.values);
  }
  return {
    ...(isEmpty(names) ? {} : { ExpressionAttributeNames: names }),
    ...(isEmpty(values) ? {} : { ExpressionAttributeValues: values }),
  };
}

function merge<Value>(into: Record<string, Value>, from: Record<string, Value>): void {
  for (const name in from) {
    const known = into[name];
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(from[name])) {
      throw badRequest(`The placeholder ${name} has different meanings in two expressions of one request.`);
    }
    into[name] = from[name] as Value;
  }
}

function readNames(value: unknown, path: string): Record<string, string> {
  const given = optional(expectObject, value, path) ?? {};
  for (const name in given) expectString(given[name], `${path}[${name}]`);
  return given as Record<string, string>;
}

function isEmpty(object: object): boolean {
  for (const _ in object) return false;
  return true;
}
