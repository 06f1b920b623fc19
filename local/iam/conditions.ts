import { PolicyError } from './policyError.ts';
import { arnWildcard, wildcard, type Matcher } from './wildcard.ts';

/** What a call says about itself, by condition key in lower case; a key the call says nothing of is absent. */
export type ConditionContext = Readonly<Record<string, string | readonly string[] | undefined>>;

/** `key` is in lower case. */
export type Condition = { key: string; holds(context: ConditionContext): boolean };

/**
 * Keys that the local endpoint can answer. A policy that asks for another one is refused when it is loaded, because
 * both answers, holds and does not hold, would be a guess.
 */
const KNOWN_KEYS = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'aws:requestedregion',
  'aws:securetransport',
  'cloudwatch:namespace',
  'dynamodb:attributes',
  'dynamodb:enclosingoperation',
  'dynamodb:leadingkeys',
  'events:detail-type',
  'events:source',
  'iam:passedtoservice',
  'lambda:functionurlauthtype',
  'lambda:invokedviafunctionurl',
]);

const OPERATORS: Record<string, { negated: boolean; compile(value: string): Matcher }> = {
  StringEquals: { negated: false, compile: (value) => (text) => text === value },
  StringNotEquals: { negated: true, compile: (value) => (text) => text === value },
  StringEqualsIgnoreCase: { negated: false, compile: (value) => (text) => text.toLowerCase() === value.toLowerCase() },
  StringLike: { negated: false, compile: (value) => wildcard(value) },
  StringNotLike: { negated: true, compile: (value) => wildcard(value) },
  // IAM treats the two Arn pairs alike: ArnEquals accepts wildcards too.
  ArnEquals: { negated: false, compile: arnWildcard },
  ArnLike: { negated: false, compile: arnWildcard },
  ArnNotEquals: { negated: true, compile: arnWildcard },
  ArnNotLike: { negated: true, compile: arnWildcard },
  Bool: { negated: false, compile: (value) => (text) => text.toLowerCase() === value.toLowerCase() },
};

/**
 * Compiles a statement's `Condition` block. All of its conditions must hold.
 * @throws {PolicyError} for an operator or a key that is not known here
 */
export function compileConditions(block: unknown, where: string): Condition[] {
  if (block === undefined) return [];
  if (typeof block !== 'object' || block === null) throw new PolicyError(`${where}: Condition must be an object.`);
  return Object.entries(block as Record<string, Record<string, unknown>>).flatMap(([operator, entries]) =>
    Object.entries(entries).map(([key, values]) => compileOne(operator, key, values, where)),
  );
}

function compileOne(operator: string, key: string, values: unknown, where: string): Condition {
  const { quantifier, base, ifExists } = splitOperator(operator);
  const name = key.toLowerCase();
  if (!KNOWN_KEYS.has(name)) {
    throw new PolicyError(
      `${where}: the condition key ${key} cannot be answered here. Known: ${[...KNOWN_KEYS].join(', ')}.`,
    );
  }
  const wanted = (Array.isArray(values) ? values : [values]).map(String);
  if (base === 'Null') return nullCondition(name, wanted);
  const definition = OPERATORS[base];
  if (definition === undefined)
    throw new PolicyError(`${where}: the condition operator ${operator} is not known here.`);
  const matchers = wanted.map((value) => definition.compile(value));
  const one = (text: string) => matchers.some((matcher) => matcher(text)) !== definition.negated;
  const holds = (context: ConditionContext): boolean => {
    const actual = context[name];
    // An absent key: vacuously true for ForAllValues, IfExists and negated operators; false for the rest.
    if (actual === undefined)
      return ifExists || quantifier === 'ForAllValues' || (definition.negated && quantifier === '');
    const texts = typeof actual === 'string' ? [actual] : actual;
    return quantifier === 'ForAllValues' || (quantifier === '' && definition.negated)
      ? texts.every(one)
      : texts.some(one);
  };
  return { key: name, holds };
}

function nullCondition(name: string, wanted: string[]): Condition {
  return { key: name, holds: (context) => wanted.includes(String(context[name] === undefined)) };
}

function splitOperator(operator: string): {
  quantifier: '' | 'ForAllValues' | 'ForAnyValue';
  base: string;
  ifExists: boolean;
} {
  const match = /^(?:(ForAllValues|ForAnyValue):)?(.+?)(IfExists)?$/.exec(operator);
  return {
    quantifier: (match?.[1] ?? '') as '' | 'ForAllValues' | 'ForAnyValue',
    base: match?.[2] ?? operator,
    ifExists: match?.[3] !== undefined,
  };
}
