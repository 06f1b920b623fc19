import { compileConditions, type Condition } from './conditions.ts';
import { PolicyError } from './policyError.ts';
import { wildcard, type Matcher } from './wildcard.ts';

/** A statement ready to be asked. `matches` looks at action and resource alone, so its answer can be cached. */
export type Statement = {
  effect: 'Allow' | 'Deny';
  matches(action: string, resource: string): boolean;
  conditions: Condition[];
};

const STATEMENT_PARTS = new Set(['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition']);

/**
 * Compiles an identity policy document, with every CloudFormation function in it already resolved.
 * @param name says in errors which document it is
 * @throws {PolicyError} for anything unknown: a part of a statement, a policy variable, an operator, a condition key
 */
export function compilePolicy(document: unknown, name: string): Statement[] {
  const statements = (document as { Statement?: unknown } | null)?.Statement;
  if (statements === undefined) throw new PolicyError(`${name}: a policy document needs a Statement.`);
  return list(statements).map((statement, index) => {
    const where = `${name}, statement ${index + 1}`;
    return compileStatement(statement as Record<string, unknown>, where);
  });
}

function compileStatement(statement: Record<string, unknown>, where: string): Statement {
  for (const part of Object.keys(statement)) {
    if (!STATEMENT_PARTS.has(part)) throw new PolicyError(`${where}: ${part} is not a part of an identity policy.`);
  }
  const { Effect: effect } = statement;
  if (effect !== 'Allow' && effect !== 'Deny') throw new PolicyError(`${where}: Effect must be Allow or Deny.`);
  const action = compilePair(statement, 'Action', where, { ignoreCase: true });
  const resource = compilePair(statement, 'Resource', where, { ignoreCase: false });
  return {
    effect,
    matches: (asked, on) => action(asked) && resource(on),
    conditions: compileConditions(statement.Condition, where),
  };
}

/** `Action` or `NotAction`, `Resource` or `NotResource`: exactly one of the two. */
function compilePair(
  statement: Record<string, unknown>,
  part: 'Action' | 'Resource',
  where: string,
  options: { ignoreCase: boolean },
): Matcher {
  const positive = statement[part];
  const negative = statement[`Not${part}`];
  if ((positive === undefined) === (negative === undefined)) {
    throw new PolicyError(`${where}: give either ${part} or Not${part}.`);
  }
  const matchers = list(positive ?? negative).map((pattern) => wildcard(checkPattern(pattern, part, where), options));
  const some = (text: string) => matchers.some((matcher) => matcher(text));
  return positive === undefined ? (text) => !some(text) : some;
}

function checkPattern(pattern: unknown, part: string, where: string): string {
  if (typeof pattern !== 'string') {
    throw new PolicyError(
      `${where}: ${part} must be text, but is ${JSON.stringify(pattern)}. Was a reference left unresolved?`,
    );
  }
  if (pattern.includes('${')) throw new PolicyError(`${where}: policy variables are not known here: ${pattern}.`);
  return pattern;
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}
