import { programStep, type Step } from './step.ts';
import { TEST_PROJECTS, testSteps } from './tests.ts';

/** Each looks at the whole repository and changes nothing. */
const CHECKS: Step[] = [
  programStep('lint', 25, 'eslint', ['.', '--max-warnings', '0']),
  programStep('types', 12, 'tsc', ['--noEmit']),
  programStep('format', 1, 'biome', ['format', '.']),
  programStep('boundaries', 3, 'depcruise', ['--config', '.dependency-cruiser.cjs', '.']),
  programStep('codegen', 3, 'graphql-codegen', ['--config', 'codegen.yml', '--check']),
  programStep('dead-code', 3, 'knip', []),
  programStep('check-code', 5, 'node', ['tools/check-code/main.ts']),
];

export type Plan = {
  checks: Step[];
  /** At once and last: they want both cores. */
  tests: Step[];
};

/**
 * @param names of checks and test projects; none means all
 * @throws when there is no such name
 */
export function choose(names: string[]): Plan {
  const known = [...CHECKS.map(({ name }) => name), ...TEST_PROJECTS];
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`There is no step ${unknown.join(', ')}. There are ${known.join(', ')}.`);
  const isChosen = (name: string) => names.length === 0 || names.includes(name);
  const projects = TEST_PROJECTS.filter(isChosen);
  return {
    checks: CHECKS.filter(({ name }) => isChosen(name)),
    tests: testSteps(projects),
  };
}
