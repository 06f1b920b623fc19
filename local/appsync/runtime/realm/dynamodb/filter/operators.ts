import { isArray } from '../../intrinsics.ts';
import { toAttribute } from '../attributes.ts';
import { fail, type Rendering } from './rendering.ts';

/** `target` is what is compared: `#field` or `size(#field)`. `path` ends in the operator. */
export type Operand = { target: string; value: unknown; path: string[]; rendering: Rendering };

const COMPARISONS: Record<string, string> = { eq: '=', ne: '<>', le: '<=', lt: '<', ge: '>=', gt: '>' };
const TYPES: Record<string, string> = {
  _null: 'NULL',
  string: 'S',
  stringSet: 'SS',
  number: 'N',
  numberSet: 'NS',
  binary: 'B',
  binarySet: 'BS',
  boolean: 'BOOL',
  list: 'L',
  map: 'M',
};

/** One operator as DynamoDB writes it; spaces and commas as reported of AWS. */
export function operatorClause(operator: string, operand: Operand): string {
  const { target, value, path, rendering } = operand;
  const comparison = COMPARISONS[operator];
  if (comparison) return `${target} ${comparison} ${bind(operand, value)}`;
  switch (operator) {
    case 'contains':
      return `contains(${target},${bind(operand, value)})`;
    case 'notContains':
      return `NOT contains(${target},${bind(operand, value)})`;
    case 'beginsWith':
      return `begins_with(${target},${bind(operand, value)})`;
    case 'between':
      return between(operand);
    case 'in':
      return membership(operand);
    case 'attributeExists':
      if (typeof value !== 'boolean') fail(rendering, path, 'takes true or false');
      return `attribute_${value ? '' : 'not_'}exists(${target})`;
    case 'attributeType':
      if (!TYPES[value as string]) fail(rendering, path, `takes a type's name, e.g. "string"`);
      return `attribute_type(${target},${bind(operand, TYPES[value as string])})`;
    default:
      return fail(rendering, path, 'is not an operator');
  }
}

function between(operand: Operand): string {
  const { target, value, path, rendering } = operand;
  if (!isArray(value) || value.length !== 2) return fail(rendering, path, 'takes a list of two values');
  return `${target} BETWEEN ${bind(operand, value[0], 'start')} AND ${bind(operand, value[1], 'end')}`;
}

function membership(operand: Operand): string {
  const { target, value, path, rendering } = operand;
  if (!isArray(value) || value.length === 0) return fail(rendering, path, 'takes a list of values');
  const names: string[] = [];
  for (let i = 0; i < value.length; i++) names.push(bind(operand, value[i], `${i}`));
  return `${target} IN (${names.join(', ')})`;
}

function bind({ path, rendering }: Operand, value: unknown, part?: string): string {
  const name = `:${(part === undefined ? path : [...path, part]).join('_')}`;
  rendering.built.expressionValues[name] = toAttribute(value, `${rendering.of}, "${path.join('.')}"`);
  return name;
}
