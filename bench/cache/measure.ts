import type { CacheArm } from './arm.ts';

export type CacheSchedule = { rounds: number; seconds: number; onStep?(done: number, arm: string): void };

/** Units a second of each arm, by its name, round by round. */
export type CacheResults = Map<string, number[]>;

const WARM_UP_SECONDS = 0.5;

/** Runs all arms one after the other, round after round, after a round of warm-up that does not count. */
export async function measure(
  arms: CacheArm[],
  { rounds, seconds, onStep = () => undefined }: CacheSchedule,
): Promise<CacheResults> {
  const results: CacheResults = new Map(arms.map(({ name }) => [name, []]));
  let done = 0;
  for (let round = 0; round <= rounds; round += 1) {
    for (const arm of arms) {
      onStep(done, arm.name);
      const figure = await run(arm, round === 0 ? WARM_UP_SECONDS : seconds);
      if (round > 0) results.get(arm.name)?.push(figure);
      done += 1;
    }
  }
  onStep(done, '');
  return results;
}

async function run(arm: CacheArm, seconds: number): Promise<number> {
  let units = 0;
  let busyMs = 0;
  while (busyMs < seconds * 1_000) {
    const work = arm.prepare();
    const began = performance.now();
    units += await work();
    busyMs += performance.now() - began;
  }
  return (units / busyMs) * 1_000;
}
