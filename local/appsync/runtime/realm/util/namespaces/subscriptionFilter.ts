import { Failure, isArray, keys } from '../../intrinsics.ts';
import { isObject } from '../../objects.ts';

type Filter = { fieldName: string; operator: string; value: unknown };
type Groups = Filter[][];

const NAME = 'util.transform.toSubscriptionFilter';

/**
 * Turns `{field: {operator: value}, and: [...], or: [...]}` into AppSync's `{filterGroup: [{filters}]}`: filters of a
 * group are joined by AND, groups by OR, so alternatives multiply out. Reported of AWS: several operators of one
 * field are alternatives (OR), each rule is one more alternative, operators are passed on unchecked, and `not` is read
 * as a field's name. What AWS answers with null (no object) or with a filter nobody can mean (`not`) is refused here.
 *
 * @param ignored fields left out wherever they stand
 * @param rules alternatives, one of which must hold too
 */
export function toSubscriptionFilter(
  filter: unknown,
  ignored: string[] = [],
  rules: unknown = {},
): { filterGroup: { filters: Filter[] }[] } {
  let groups = groupsOf(filter, ignored);
  const alternatives: Groups = [];
  for (const field of keys(object(rules))) alternatives.push(...fieldGroups(field, object(rules)[field]));
  if (alternatives.length > 0) groups = product(groups, alternatives);
  const filterGroup: { filters: Filter[] }[] = [];
  for (const filters of groups) if (filters.length > 0) filterGroup.push({ filters });
  return { filterGroup };
}

function groupsOf(filter: unknown, ignored: string[]): Groups {
  const given = object(filter);
  let groups: Groups = [[]];
  for (const key of keys(given)) {
    if (ignored.indexOf(key) !== -1) continue;
    groups = product(groups, keyGroups(key, given[key], ignored));
  }
  return groups;
}

function keyGroups(key: string, value: unknown, ignored: string[]): Groups {
  if (key === 'not') throw new Failure(`${NAME}: AppSync reads "not" as a field; use ne, notIn or notContains`);
  if (key !== 'and' && key !== 'or') return fieldGroups(key, value);
  if (!isArray(value)) throw new Failure(`${NAME}: "${key}" takes a list`);
  let groups: Groups = key === 'and' ? [[]] : [];
  for (const member of value) {
    const inner = groupsOf(member, ignored);
    groups = key === 'and' ? product(groups, inner) : [...groups, ...inner];
  }
  return groups.length > 0 ? groups : [[]];
}

function fieldGroups(fieldName: string, operators: unknown): Groups {
  const given = object(operators);
  const groups: Groups = [];
  for (const operator of keys(given)) groups.push([{ fieldName, operator, value: given[operator] }]);
  return groups.length > 0 ? groups : [[]];
}

function product(left: Groups, right: Groups): Groups {
  const groups: Groups = [];
  for (const a of left) for (const b of right) groups.push([...a, ...b]);
  return groups;
}

function object(value: unknown): Record<string, unknown> {
  if (!isObject(value)) throw new Failure(`${NAME} takes objects, e.g. {severity: {ge: 5}}`);
  return value as Record<string, unknown>;
}
