import type { Cloud } from '../local/cloud/contract.ts';
import type { Arm } from './arms.ts';
import type { Session } from './client/session.ts';
import type { Results } from './figures/tables.ts';
import type { Generator } from './generator/generator.ts';
import type { JobResult } from './generator/job.ts';
import { targetOf } from './target.ts';

const CLIENTS = 64;
const WARM_UP_SECONDS = 1.5;
const SEED = 1;

export type Measurement = {
  cloud: Cloud;
  generator: Generator;
  staff: Session;
  rounds: number;
  seconds: number;
  /** Called before each run of an arm. */
  onStep(step: { done: number; total: number; arm: string }): void;
};

/** Runs all arms one after the other, round after round, after a round of warm-up that does not count. */
export async function measure(measurement: Measurement, arms: Arm[]): Promise<Results> {
  const { rounds, seconds, onStep } = measurement;
  const results: Results = new Map(arms.map((arm) => [arm, []]));
  const total = (rounds + 1) * arms.length;
  let done = 0;
  for (let round = 0; round <= rounds; round += 1) {
    for (const [arm, ofArm] of results) {
      const isWarmUp = round === 0;
      onStep({ done, total, arm: isWarmUp ? `${arm.name} (warm-up)` : arm.name });
      const result = await runArm(measurement, arm, isWarmUp ? WARM_UP_SECONDS : seconds);
      if (!isWarmUp) ofArm.push(result);
      done += 1;
    }
  }
  onStep({ done, total, arm: 'done' });
  return results;
}

/** @throws when nothing was sold: then there is nothing to compare */
export async function runArm(
  { cloud, generator, staff }: Pick<Measurement, 'cloud' | 'generator' | 'staff'>,
  arm: Arm,
  seconds: number,
): Promise<JobResult> {
  const target = targetOf(cloud, arm, await staff.idToken());
  if (arm.overlapMs !== null) cloud.faults.set({ seed: SEED, rules: [], overlap: { inFlightMs: arm.overlapMs } });
  try {
    const result = await generator.run({
      method: arm.method,
      patience: arm.patience,
      target,
      clients: CLIENTS,
      seconds,
    });
    if (result.sold === 0) throw new Error(`${arm.name} sold nothing in ${seconds} s.`);
    return result;
  } finally {
    cloud.faults.clear();
  }
}
