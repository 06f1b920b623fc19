import { openSecretStore, type SecretStore } from '../../secrets/secretStore.ts';
import type { ResourceContext } from '../adapters/adapter.ts';
import { notRunTypes } from '../adapters/notRunTypes.ts';
import type { Assembly } from '../assembly/readAssembly.ts';
import { emptyPlan, type Plan } from './plan.ts';
import { planStack } from './planStack.ts';

/**
 * Turns all stacks of an assembly into one plan. Pure but for reading asset files and making secrets: nothing is started.
 * @param secrets those of an earlier run, to which new ones are added
 * @throws {TemplateError} naming stack, resource and property, for whatever the local cloud does not run
 */
export function planAssembly(
  { stacks, assets }: Pick<Assembly, 'stacks' | 'assets'>,
  urls: ResourceContext['urls'],
  secrets: SecretStore = openSecretStore(null),
): Plan {
  const plan = emptyPlan();
  const exports = new Map<string, unknown>();
  const notRun = new Map<string, number>();
  for (const stack of stacks) planStack(stack, { plan, exports, notRun, assets, secrets, urls });
  plan.notRun = [...notRun]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([type, count]) => ({ type, count, why: notRunTypes[type] ?? '' }));
  return plan;
}
