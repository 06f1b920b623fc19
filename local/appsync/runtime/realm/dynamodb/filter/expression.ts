import { isArray, keys } from '../../intrinsics.ts';
import { isObject } from '../../objects.ts';
import { type Operand, operatorClause } from './operators.ts';
import { type FilterExpression, fail, type Rendering } from './rendering.ts';

/**
 * The expression of a filter object such as `{title: {contains: 'x'}, or: [...]}`. Reported of AWS: a comparison is
 * wrapped in parentheses, value names carry the way to them (`:and_0_title_contains`), fields are joined by AND in the
 * order written, `{}` gives the empty expression. What AWS answers with null or with an expression DynamoDB cannot
 * read (an empty part inside a filter, an unknown operator) is refused here.
 *
 * @param of the function that is asked, for the message
 */
export function filterExpression(filter: unknown, of: string): FilterExpression {
  const built: FilterExpression = { expression: '', expressionNames: {}, expressionValues: {} };
  if (isObject(filter) && keys(filter as object).length === 0) return built;
  built.expression = render(filter, [], { built, of }).join(' AND ');
  return built;
}

/** The clauses of one filter object, to be joined by AND. */
function render(filter: unknown, path: string[], rendering: Rendering): string[] {
  if (!isObject(filter)) fail(rendering, path, 'takes an object');
  const given = filter as Record<string, unknown>;
  const clauses: string[] = [];
  for (const key of keys(given)) clauses.push(renderKey(key, given[key], path, rendering));
  if (clauses.length === 0) fail(rendering, path, 'is empty');
  return clauses;
}

function renderKey(key: string, value: unknown, path: string[], rendering: Rendering): string {
  const inner = [...path, key];
  if (key === 'and' || key === 'or') return renderGroup(key, value, inner, rendering);
  if (key === 'not') {
    const clauses = render(value, inner, rendering);
    // NOT binds tighter than AND: two fields would come out with only the first negated.
    if (clauses.length > 1) fail(rendering, inner, 'takes one field; join several by "and"');
    return `(NOT ${clauses[0]})`;
  }
  const alias = `#${key}`;
  rendering.built.expressionNames[alias] = key;
  return renderField(alias, value, inner, rendering);
}

function renderGroup(key: 'and' | 'or', value: unknown, path: string[], rendering: Rendering): string {
  if (!isArray(value)) return fail(rendering, path, 'takes a list');
  const members: string[] = [];
  for (let i = 0; i < value.length; i++) {
    members.push(render(value[i], [...path, `${i}`], rendering).join(' AND '));
  }
  if (members.length === 0) fail(rendering, path, 'is empty');
  return members.length === 1 ? (members[0] as string) : `(${members.join(` ${key.toUpperCase()} `)})`;
}

function renderField(target: string, operators: unknown, path: string[], rendering: Rendering): string {
  if (!isObject(operators)) return fail(rendering, path, 'takes operators, e.g. {eq: 1}');
  const given = operators as Record<string, unknown>;
  const clauses: string[] = [];
  for (const operator of keys(given)) {
    const inner = [...path, operator];
    const operand: Operand = { target, value: given[operator], path: inner, rendering };
    if (operator === 'size') clauses.push(renderField(sizeOf(target), given[operator], inner, rendering));
    else clauses.push(`(${operatorClause(operator, operand)})`);
  }
  if (clauses.length === 0) fail(rendering, path, 'has no operator');
  return clauses.length === 1 ? (clauses[0] as string) : `(${clauses.join(' AND ')})`;
}

/** A size inside a size names the value again but is not nested (reported of AWS). */
function sizeOf(target: string): string {
  return target.startsWith('size(') ? target : `size(${target})`;
}
