import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { type Profiler, Session } from 'node:inspector/promises';
import { fileURLToPath } from 'node:url';

/** Microseconds between samples. */
const INTERVAL = 200;

/** Profiles this process while `work` runs. @returns the profile, as DevTools opens it when saved as `.cpuprofile` */
export async function profileWhile(work: () => Promise<unknown>): Promise<Profiler.Profile> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: INTERVAL });
    await session.post('Profiler.start');
    await work();
    const { profile } = await session.post('Profiler.stop');
    return profile;
  } finally {
    session.disconnect();
  }
}

export async function saveProfile(file: string, profile: Profiler.Profile): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(profile));
}

/** A function and the share of all samples (0 to 1) in which it ran itself. */
export type SelfTime = { name: string; place: string; share: number };

/** The functions with the most self time, without the time in which the process had nothing to do. */
export function topSelfTime(profile: Profiler.Profile, most: number): SelfTime[] {
  const samples = new Map<string, { name: string; place: string; count: number }>();
  let all = 0;
  for (const { callFrame, hitCount = 0 } of profile.nodes) {
    const name = callFrame.functionName || '(anonymous)';
    if (name === '(idle)') continue;
    const place = placeOf(callFrame);
    const entry = samples.get(`${name} ${place}`) ?? { name, place, count: 0 };
    entry.count += hitCount;
    all += hitCount;
    samples.set(`${name} ${place}`, entry);
  }
  return [...samples.values()]
    .sort((a, b) => b.count - a.count)
    .slice(0, most)
    .map(({ name, place, count }) => ({ name, place, share: all === 0 ? 0 : count / all }));
}

function placeOf({ url, lineNumber }: { url: string; lineNumber: number }): string {
  if (url === '') return '';
  const file = url.startsWith('file:') ? relative(process.cwd(), fileURLToPath(url)) : url;
  return `${file}:${lineNumber + 1}`;
}
