import type { FunctionPlan } from '../plan/functionPlan.ts';

/**
 * Gives functions other values for variables that their templates set.
 * @throws {Error} for a variable that no function has: nothing would come of it
 */
export function changeSettings(functions: Iterable<FunctionPlan>, settings: Record<string, string>): void {
  const all = [...functions];
  for (const [name, value] of Object.entries(settings)) {
    const having = all.filter(({ environment }) => name in environment);
    if (having.length === 0) throw new Error(`no function of the templates has the setting ${name}`);
    for (const { environment } of having) environment[name] = value;
  }
}
