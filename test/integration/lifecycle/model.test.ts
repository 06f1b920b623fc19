import fc from 'fast-check';
import { expect, it } from 'vitest';
import { soak } from '../../../bench/soak/soak.ts';
import { drawPlans } from '../../../bench/soak/step.ts';
import { Tally } from '../../../bench/soak/tally.ts';
import { provider } from '../../support/parts/payments.ts';
import { cloud, drained, signIn } from '../../support/cloud/cloud.ts';

const GUESTS = 32;
const STEPS = 128;
const RUNS = 2;

const here = {
  ...cloud,
  signIn,
  ledger: () => provider.payments(),
  drained: async ({ timeoutMs }: { timeoutMs?: number } = {}) => void (await drained(timeoutMs)),
};

it('whatever many guests and the desk do at once, no unit is sold twice or lost, and every booking goes its legal way', async () => {
  const tally = new Tally();
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (seed) => {
      expect(await soak(here, drawPlans(seed, GUESTS, STEPS), tally)).toEqual([]);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  expect(tally.calls).toBeGreaterThanOrEqual(10_000);
}, 1_800_000);
