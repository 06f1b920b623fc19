import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PmsSimulator, startPmsSimulator } from '../../pms/simulator.ts';

/**
 * Starts the PMS simulator on a free port. With a data folder it keeps its reservations there, and its port: the
 * endpoints of kept properties go on being right.
 * @param dataFolder of the whole system; null keeps everything in memory
 */
export async function startPms(dataFolder: string | null, log: (line: string) => void): Promise<PmsSimulator> {
  if (dataFolder === null) return startPmsSimulator({ log });
  const folder = join(dataFolder, 'pms');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'port');
  const simulator = await startAt(keptPort(file), { dataFolder: folder, log });
  writeFileSync(file, new URL(simulator.url).port);
  return simulator;
}

async function startAt(port: number, options: Parameters<typeof startPmsSimulator>[0] & { log(line: string): void }) {
  try {
    return await startPmsSimulator({ ...options, port });
  } catch (error) {
    if (port === 0 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    options.log(`port ${port} of the last time is taken: endpoints of kept properties that name it lead elsewhere.`);
    return startPmsSimulator(options);
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
