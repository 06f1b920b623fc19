import { PolicyError } from '../../iam/policyError.ts';
import { arnWildcard, wildcard, type Matcher } from '../../iam/wildcard.ts';
import type { PolicyCaller } from './principal.ts';

type SourceCondition = (caller: PolicyCaller) => boolean;

/** What of a `Condition` block speaks of the calling service's resource, and what is left of the block. */
export type SplitConditions = { source: SourceCondition[]; rest: Record<string, unknown> | undefined };

const OPERATORS: Record<string, (value: string) => Matcher> = {
  ArnEquals: arnWildcard,
  ArnLike: arnWildcard,
  StringEquals: (value) => (text) => text === value,
  StringLike: (value) => wildcard(value),
};

const SOURCE: Record<string, (sourceArn: string) => string> = {
  'aws:sourcearn': (arn) => arn,
  'aws:sourceaccount': (arn) => arn.split(':')[4] ?? '',
};

/**
 * Splits off the conditions on `aws:SourceArn` and `aws:SourceAccount`. A role's own calls carry neither key, so for
 * them such a condition does not hold.
 * @throws {PolicyError} for an operator that is not known with these keys
 */
export function splitConditions(block: unknown, where: string): SplitConditions {
  const source: SourceCondition[] = [];
  const rest: Record<string, Record<string, unknown>> = {};
  for (const [operator, entries] of Object.entries((block ?? {}) as Record<string, Record<string, unknown>>)) {
    for (const [key, values] of Object.entries(entries)) {
      const read = SOURCE[key.toLowerCase()];
      if (read === undefined) (rest[operator] ??= {})[key] = values;
      else source.push(compileOne(operator, read, [values].flat(), where));
    }
  }
  return { source, rest: Object.keys(rest).length === 0 ? undefined : rest };
}

function compileOne(
  operator: string,
  read: (sourceArn: string) => string,
  values: unknown[],
  where: string,
): SourceCondition {
  const compile = OPERATORS[operator];
  if (compile === undefined) {
    throw new PolicyError(`${where}: ${operator} is not known here for the source of a call.`);
  }
  const matchers = values.map((value) => compile(String(value)));
  return (caller) => 'service' in caller && matchers.some((matches) => matches(read(caller.sourceArn)));
}
