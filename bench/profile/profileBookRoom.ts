import { join } from 'node:path';
import { ARMS } from '../arms/arms.ts';
import { textTable } from '../client/textTable.ts';
import { type Bench, runArm } from '../measure.ts';
import { profileWhile, saveProfile, topSelfTime } from './cpuProfile.ts';

const TOP_FUNCTIONS = 40;
const WARM_UP_SECONDS = 3;
const FILE = join('.local', 'bench', 'bookRoom.cpuprofile');

/**
 * Samples the local cloud under `bookRoom`: it runs in this process, its load in another. Writes the profile below the
 * working folder.
 * @returns lines for a person
 */
export async function profileBookRoom(bench: Bench, seconds: number): Promise<string[]> {
  const arm = ARMS.find(({ name }) => name === 'book-room');
  if (!arm) throw new Error('There is no arm book-room to profile.');
  await runArm(bench, arm, WARM_UP_SECONDS);
  let sold = 0;
  const profile = await profileWhile(async () => {
    ({ sold } = await runArm(bench, arm, seconds));
  });
  await saveProfile(FILE, profile);
  const top = topSelfTime(profile, TOP_FUNCTIONS);
  const rows = top.map(({ name, place, share }) => [name, (share * 100).toFixed(1), place]);
  return [
    `${sold} bookings in ${seconds} s under the profiler`,
    ...textTable(['function', 'self %', 'place'], rows),
    `The whole profile: ${FILE}`,
  ];
}
