import type { Plan } from '../../plan/plan.ts';
import type { UserPoolPlan } from '../../plan/userPoolPlan.ts';
import { TemplateError } from '../../template/templateError.ts';

/** The user pool that a resource belongs to. @throws {TemplateError} when it is not in the templates */
export function poolOf(plan: Plan, id: string): UserPoolPlan {
  const pool = plan.userPools.get(id);
  if (pool === undefined) throw new TemplateError(`property UserPoolId names ${id}, which is not in the templates`);
  return pool;
}
