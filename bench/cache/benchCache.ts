import { memoryLines } from './memory.ts';
import { measure } from './measure.ts';
import { READ_RATIOS, readArms } from './readArms.ts';
import { startServers } from './servers.ts';
import { resultLines } from './tables.ts';
import { updateArms, updateRatios } from './updateArms.ts';

/** The page cache against JSON of each room night, on one Redis: memory, updates, reads. */
export async function benchCache(schedule: { rounds: number; seconds: number }): Promise<string[]> {
  const servers = await startServers();
  try {
    const memory = await memoryLines(servers.near);
    const arms = [
      ...(await updateArms('update', servers.near)),
      ...(await updateArms('updateFar', servers.far)),
      ...(await readArms(servers.near)),
    ];
    const results = await measure(arms, schedule);
    const ratios = [...updateRatios('update'), ...updateRatios('updateFar'), ...READ_RATIOS];
    return [...memory, ...resultLines(arms, ratios, results)];
  } finally {
    await servers.stop();
  }
}
