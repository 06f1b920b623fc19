import type { ResourceContext } from '../adapters/adapter.ts';
import { notRunTypes } from '../adapters/notRunTypes.ts';
import type { Assembly } from '../assembly/readAssembly.ts';
import { emptyPlan, type Plan } from './plan.ts';
import { planStack } from './planStack.ts';

/**
 * Turns all stacks of an assembly into one plan. Pure but for reading asset files: nothing is started.
 * @throws {TemplateError} naming stack, resource and property, for whatever the local cloud does not run
 */
export function planAssembly(assembly: Pick<Assembly, 'stacks' | 'assets'>, urls: ResourceContext['urls']): Plan {
  const plan = emptyPlan();
  const exports = new Map<string, unknown>();
  const notRun = new Map<string, number>();
  for (const stack of assembly.stacks) planStack(stack, { plan, exports, notRun, assets: assembly.assets, urls });
  plan.notRun = [...notRun]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([type, count]) => ({ type, count, why: notRunTypes[type] ?? '' }));
  return plan;
}
