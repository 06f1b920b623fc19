import type { Evaluator } from './scope.ts';
import { TemplateError } from '../templateError.ts';

/**
 * Whether a condition holds: `{Condition: name}`, `Fn::Equals`, `Fn::And`, `Fn::Or` or `Fn::Not`.
 * @throws {TemplateError} for anything else
 */
export function evaluateCondition(value: unknown, at: Evaluator): boolean {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const [name, argument] = entries[0] ?? [];
  if (entries.length !== 1) throw new TemplateError(`not a condition: ${JSON.stringify(value)}`);
  if (name === 'Condition' && typeof argument === 'string') return at.scope.condition(argument);
  if (!Array.isArray(argument)) throw new TemplateError(`not a condition: ${JSON.stringify(value)}`);
  switch (name) {
    case 'Fn::Equals':
      return String(at.value(argument[0])) === String(at.value(argument[1]));
    case 'Fn::And':
      return argument.every((item) => evaluateCondition(item, at));
    case 'Fn::Or':
      return argument.some((item) => evaluateCondition(item, at));
    case 'Fn::Not':
      return !evaluateCondition(argument[0], at);
    default:
      throw new TemplateError(`the local cloud does not know the condition function ${name}`);
  }
}
