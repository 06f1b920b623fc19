import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

type Simulator = { url: string };

/**
 * Starts a simulator on the port that it had the last time, so that addresses which were kept with the data go on being
 * right; on any free one where that is taken.
 * @param file where the port is kept
 */
export async function startOnKeptPort<T extends Simulator>(
  file: string,
  start: (port: number) => Promise<T>,
  log: (line: string) => void,
): Promise<T> {
  const simulator = await startAt(keptPort(file), start, log);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, new URL(simulator.url).port);
  return simulator;
}

async function startAt<T>(port: number, start: (port: number) => Promise<T>, log: (line: string) => void): Promise<T> {
  try {
    return await start(port);
  } catch (error) {
    if (port === 0 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    log(`port ${port} of the last time is taken: what was kept and names it leads elsewhere.`);
    return start(0);
  }
}

/** 0, which is any free one, where none is kept. */
function keptPort(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8')) || 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}
