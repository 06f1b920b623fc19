import { evaluateIntrinsic } from './intrinsics.ts';
import { NotRun } from '../notRun.ts';
import { type Evaluator, NO_VALUE, type Scope } from './scope.ts';
import { TemplateError } from '../templateError.ts';

/** Evaluation of nested values and of conditions in a scope. */
export const evaluatorIn = (scope: Scope): Evaluator => ({ scope, value: (value) => evaluate(value, scope) });

const isIntrinsic = (key: string): boolean => key === 'Ref' || key.startsWith('Fn::');

/**
 * A template value with every intrinsic function carried out: plain JSON, but for `NotRun` where it refers to a
 * resource without local meaning, and `NO_VALUE` where all of it is `AWS::NoValue`.
 * Dynamic references stay as they are.
 * @throws {TemplateError} for unknown intrinsics and unknown names
 */
export function evaluate(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((item) => evaluate(item, scope)).filter((item) => item !== NO_VALUE);
  if (typeof value !== 'object' || value === null || value instanceof NotRun) return value;
  const entries = Object.entries(value);
  const intrinsic = entries.find(([key]) => isIntrinsic(key));
  if (intrinsic === undefined) return evaluateObject(entries, scope);
  if (entries.length > 1) {
    throw new TemplateError(`${intrinsic[0]} stands beside other keys: ${entries.map(([key]) => key).join(', ')}`);
  }
  return evaluateIntrinsic(intrinsic[0], intrinsic[1], evaluatorIn(scope));
}

function evaluateObject(entries: [string, unknown][], scope: Scope): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, item] of entries) {
    const evaluated = evaluate(item, scope);
    if (evaluated !== NO_VALUE) result[key] = evaluated;
  }
  return result;
}
