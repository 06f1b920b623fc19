import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PmsSimulator } from '../../pms/simulator.ts';
import { startPms } from './startPms.ts';

let folder: string;
const running: PmsSimulator[] = [];
const lines: string[] = [];
const start = async (dataFolder: string | null): Promise<PmsSimulator> => {
  const simulator = await startPms(dataFolder, (line) => lines.push(line));
  running.push(simulator);
  return simulator;
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyrack-pms-'));
  lines.length = 0;
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((simulator) => simulator.stop()));
  rmSync(folder, { recursive: true });
});

it('has its address again after a restart', async () => {
  const first = await start(folder);
  const { url } = first;
  await first.stop();
  expect((await start(folder)).url).toBe(url);
  expect(lines).toEqual([]);
});

it('takes another port where its own is taken, and says so', async () => {
  const first = await start(folder);
  const second = await start(folder);
  expect(second.url).not.toBe(first.url);
  expect(lines).toEqual([expect.stringMatching(/^port \d+ of the last time is taken/)]);
  expect((await fetch(second.url)).status).toBe(200);
});

it('takes any free port where nothing is kept', async () => {
  const [one, other] = [await start(null), await start(null)];
  expect(one.url).not.toBe(other.url);
});
