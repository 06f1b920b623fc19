import type { Input } from '../resources.ts';

const EXPRESSIONS = [
  'ProjectionExpression',
  'UpdateExpression',
  'ConditionExpression',
  'FilterExpression',
  'KeyConditionExpression',
];

const WORDS = new Set(['SET', 'REMOVE', 'ADD', 'DELETE', 'AND', 'OR', 'NOT', 'BETWEEN', 'IN']);

/**
 * `dynamodb:Attributes`: the top-level attributes that a call names, in keys, items and expressions.
 * Undefined when it names none (it then wants all of them).
 */
export function namedAttributes(piece: Input): string[] | undefined {
  const found = new Set<string>();
  for (const part of Array.isArray(piece) ? (piece as Input[]) : [piece]) collect(part, found);
  return found.size === 0 ? undefined : [...found];
}

function collect(part: Input, found: Set<string>): void {
  const { PutRequest: put, DeleteRequest: remove, AttributesToGet: listed } = part as Record<string, Input | undefined>;
  const maps = [part.Key, part.Item, put?.Item, remove?.Key, ...(Array.isArray(part.Keys) ? part.Keys : [])];
  for (const map of maps) for (const name of Object.keys((map ?? {}) as object)) found.add(name);
  if (Array.isArray(listed)) for (const name of listed as string[]) found.add(name);
  const names = (part.ExpressionAttributeNames ?? {}) as Record<string, string>;
  for (const expression of EXPRESSIONS) {
    if (typeof part[expression] === 'string')
      for (const name of topLevelNames(part[expression])) found.add(names[name] ?? name);
  }
}

/** Names of an expression, less values, words of the language, functions, and what follows a dot. */
function topLevelNames(expression: string): string[] {
  return [...expression.matchAll(/(?<![.\w:#])(#?[A-Za-z_]\w*)(\s*\()?/g)]
    .filter((match) => WORDS.has((match[1] ?? '').toUpperCase()) === false && match[2] === undefined)
    .map((match) => match[1] ?? '');
}
