import type { Cloud } from '../local/cloud/contract.ts';
import type { Arm } from './arms/arm.ts';
import type { Session } from './client/session.ts';
import type { Results } from './figures/tables.ts';
import type { Generator } from './generator/generator.ts';
import type { JobResult } from './generator/job.ts';
import { targetOf } from './target.ts';

const CLIENTS = 64;
const WARM_UP_SECONDS = 1.5;
/** Of the fault injector; overlaps draw nothing by chance. */
const SEED = 1;

export type Bench = { cloud: Cloud; generator: Generator; staff: Session };

export type Schedule = {
  rounds: number;
  /** Of each arm in each round. */
  seconds: number;
  /** Called before each run of an arm, with how many are behind. */
  onStep(done: number, arm: string): void;
};

/** Runs all arms one after the other, round after round, after a round of warm-up that does not count. */
export async function measure(bench: Bench, arms: Arm[], { rounds, seconds, onStep }: Schedule): Promise<Results> {
  const results: Results = new Map(arms.map((arm) => [arm, []]));
  let done = 0;
  for (let round = 0; round <= rounds; round += 1) {
    for (const [arm, ofArm] of results) {
      const isWarmUp = round === 0;
      onStep(done, isWarmUp ? `${arm.name} (warm-up)` : arm.name);
      const result = await runArm(bench, arm, isWarmUp ? WARM_UP_SECONDS : seconds);
      if (!isWarmUp) ofArm.push(result);
      done += 1;
    }
  }
  onStep(done, '');
  return results;
}

/** @throws when nothing was sold: then there is nothing to compare */
export async function runArm({ cloud, generator, staff }: Bench, arm: Arm, seconds: number): Promise<JobResult> {
  const { name, method, patience, overlapMs } = arm;
  const target = targetOf(cloud, arm, await staff.idToken());
  if (overlapMs !== null) cloud.faults.set({ seed: SEED, rules: [], overlap: { inFlightMs: overlapMs } });
  try {
    const result = await generator.run({ method, patience, target, clients: CLIENTS, seconds });
    if (result.sold === 0) throw new Error(`${name} sold nothing in ${seconds} s.`);
    return result;
  } finally {
    cloud.faults.clear();
  }
}
