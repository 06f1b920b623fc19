import type { FunctionPlan } from '../../plan/functionPlan.ts';
import type { Plan } from '../../plan/plan.ts';
import { TemplateError } from '../../template/templateError.ts';

/** The planned function that a property names, by name or ARN. @throws {TemplateError} when there is none */
export function functionIn(plan: Plan, property: string, wanted: string): FunctionPlan {
  const found = [...plan.functions.values()].find(({ name, arn }) => wanted === name || wanted === arn);
  if (found === undefined) throw new TemplateError(`property ${property}: there is no function ${wanted}`);
  return found;
}
