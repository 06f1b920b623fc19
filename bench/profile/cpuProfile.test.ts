import { expect, test } from 'vitest';
import { profileWhile, topSelfTime } from './cpuProfile.ts';

function burnInTest(until: number): number {
  let sum = 0;
  while (performance.now() < until) sum += Math.sqrt(sum + 1);
  return sum;
}

test('the function that works is found, idle time does not count', async () => {
  const profile = await profileWhile(async () => burnInTest(performance.now() + 100));
  const top = topSelfTime(profile, 3);
  expect(top.map(({ name }) => name)).toContain('burnInTest');
  expect(top.find(({ name }) => name === 'burnInTest')?.place).toContain('cpuProfile.test.ts');
  expect(topSelfTime(profile, 1_000).map(({ name }) => name)).not.toContain('(idle)');
});
