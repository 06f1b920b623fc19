import type { ConditionContext } from './conditions.ts';
import type { Statement } from './policy.ts';

/** `reason` ends the sentence "... is not authorized to perform ... because", in AWS's words. Empty when allowed. */
export type Decision = { allowed: boolean; reason: string };

const ALLOWED: Decision = { allowed: true, reason: '' };

/**
 * Answers for one role. Default is no; an Allow opens; a Deny wins over every Allow.
 * Which statements an action and a resource meet is looked up once; when none of them has a condition, so is the answer.
 */
export function createDecider(
  statements: Statement[],
): (action: string, resource: string, context: () => ConditionContext) => Decision {
  const plans = new Map<string, Map<string, Plan>>();
  return (action, resource, context) => {
    let ofAction = plans.get(action);
    if (ofAction === undefined) plans.set(action, (ofAction = new Map()));
    let plan = ofAction.get(resource);
    if (plan === undefined) ofAction.set(resource, (plan = planFor(statements, action, resource)));
    return plan.fixed ?? weigh(plan.statements, action, context());
  };
}

type Plan = { statements: Statement[]; fixed?: Decision };

function planFor(all: Statement[], action: string, resource: string): Plan {
  const statements = all.filter((statement) => statement.matches(action, resource));
  const conditional = statements.some((statement) => statement.conditions.length > 0);
  return conditional ? { statements } : { statements, fixed: weigh(statements, action, {}) };
}

function weigh(statements: Statement[], action: string, context: ConditionContext): Decision {
  const holding = statements.filter(({ conditions }) => conditions.every((condition) => condition.holds(context)));
  if (holding.some(({ effect }) => effect === 'Deny')) {
    return { allowed: false, reason: 'with an explicit deny in an identity-based policy' };
  }
  if (holding.length > 0) return ALLOWED;
  return { allowed: false, reason: `because no identity-based policy allows the ${action} action` };
}
