import { fieldValue, isRecord } from './fieldValue.ts';
import { SubscriptionFilterError, type Filter } from './filter.ts';
import { OPERATORS, type Operator } from './operators.ts';

// AppSync's limits, as its error messages and guide give them; what it counts as a combination is not on record,
// the groups are the least it can be.
const MAX_FIELDS = 5;
const MAX_GROUPS = 10;
const MAX_PATH_LENGTH = 256;
const MAX_PATH_STEPS = 5;

type Rule = { fieldName: string; filter: Filter };

/**
 * Reads `{filterGroup: [{filters: [{fieldName, operator, value}]}]}`: every rule of one `filters` list must hold (AND),
 * and so for at least one entry of `filterGroup` (OR).
 *
 * @param what names the filter in messages, e.g. `setSubscriptionFilter`
 * @throws {SubscriptionFilterError} for any other shape, an unknown operator, a value it does not take, or too many
 */
export function parseFilter(filter: unknown, what: string): Filter {
  const group = keysOf(filter, what, ['filterGroup']).filterGroup;
  const entries = listOf(group, `${what}: filterGroup`);
  if (entries.length > MAX_GROUPS) {
    throw new SubscriptionFilterError(
      `${what}: Filters combination exceed maximum limit ${MAX_GROUPS} for subscription.`,
    );
  }
  const groups = entries.map((entry, index) => parseRules(entry, `${what}: filterGroup[${index}]`));
  const fields = new Set(groups.flat().map((rule) => rule.fieldName));
  if (fields.size > MAX_FIELDS) {
    throw new SubscriptionFilterError(
      `${what}: Filters exceed maximum attributes limit ${MAX_FIELDS} for subscription.`,
    );
  }
  return (published) => groups.some((rules) => rules.every((rule) => rule.filter(published)));
}

function parseRules(entry: unknown, where: string): Rule[] {
  const filters = listOf(keysOf(entry, where, ['filters']).filters, `${where}.filters`);
  const rules = filters.map((rule, index) => parseRule(rule, `${where}.filters[${index}]`));
  if (new Set(rules.map((rule) => rule.fieldName)).size < rules.length) {
    throw new SubscriptionFilterError(`${where}: subscription filter uses same fieldName multiple time`);
  }
  return rules;
}

function parseRule(rule: unknown, where: string): Rule {
  const { fieldName, operator: name, value } = keysOf(rule, where, ['fieldName', 'operator', 'value']);
  checkFieldName(fieldName, where);
  const operator = operatorNamed(name, where);
  if (!operator.accepts(value)) {
    throw new SubscriptionFilterError(`${where}: ${name}'s value must be ${operator.expects}, not ${json(value)}.`);
  }
  return { fieldName, filter: (published) => operator.holds(fieldValue(published, fieldName), value as never) };
}

function operatorNamed(name: unknown, where: string): Operator {
  const operator = typeof name === 'string' && Object.hasOwn(OPERATORS, name) ? OPERATORS[name] : undefined;
  if (operator !== undefined) return operator;
  const known = Object.keys(OPERATORS).join(', ');
  throw new SubscriptionFilterError(`${where}: there is no operator ${json(name)}, only ${known}.`);
}

function checkFieldName(fieldName: unknown, where: string): asserts fieldName is string {
  const steps = typeof fieldName === 'string' ? fieldName.split('.') : [];
  const ok = steps.length >= 1 && steps.length <= MAX_PATH_STEPS && steps.every((step) => step !== '');
  if (ok && (fieldName as string).length <= MAX_PATH_LENGTH) return;
  const wanted = `1 to ${MAX_PATH_STEPS} field names joined by dots, at most ${MAX_PATH_LENGTH} characters`;
  throw new SubscriptionFilterError(`${where}: fieldName must be ${wanted}, not ${json(fieldName)}.`);
}

function keysOf<Key extends string>(value: unknown, where: string, keys: Key[]): Record<Key, unknown> {
  const given = isRecord(value) ? Object.keys(value) : [];
  if (isRecord(value) && given.length === keys.length && keys.every((key) => Object.hasOwn(value, key))) {
    return value as Record<Key, unknown>;
  }
  throw new SubscriptionFilterError(`${where}: must be an object with ${keys.join(', ')} only, not ${json(value)}.`);
}

function listOf(value: unknown, where: string): unknown[] {
  if (Array.isArray(value) && value.length > 0) return value;
  throw new SubscriptionFilterError(`${where}: must be a list that is not empty, not ${json(value)}.`);
}

function json(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
