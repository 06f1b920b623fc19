import type { Plan } from '../../plan/plan.ts';

/**
 * ARNs of the functions that are told where an engine is: those with its port, or an address with it, in a variable.
 * (Every port here is one of its own, so its number stands for the engine.)
 */
export function functionsUsing(plan: Plan, engineUrl: string): string[] {
  const port = new RegExp(`(^|:)${new URL(engineUrl).port}(\\b|$)`);
  return [...plan.functions.values()]
    .filter(({ environment }) => Object.values(environment).some((value) => port.test(value)))
    .map(({ arn }) => arn);
}
