import fc from 'fast-check';
import { expect, it } from 'vitest';
import { soak } from '../../../bench/soak/soak.ts';
import { anySteps } from '../../../bench/soak/step.ts';
import { Tally } from '../../../bench/soak/tally.ts';
import { cloud, drained, signIn } from '../../support/cloud/cloud.ts';

const GUESTS = 24;
const STEPS = 42;
const RUNS = 10;

it('whatever many guests and the desk do at once, no unit is sold twice or lost, and every booking goes its legal way', async () => {
  const tally = new Tally();
  const local = {
    ...cloud,
    signIn,
    drained: async ({ timeoutMs }: { timeoutMs?: number } = {}) => void (await drained(timeoutMs)),
  };
  await fc.assert(
    fc.asyncProperty(fc.array(anySteps(STEPS), { minLength: GUESTS, maxLength: GUESTS }), async (plans) => {
      expect(await soak(local, plans, tally)).toEqual([]);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect(tally.calls).toBeGreaterThanOrEqual(10_000);
}, 1_800_000);
