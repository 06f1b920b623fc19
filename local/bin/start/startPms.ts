import { join } from 'node:path';
import { type PmsSimulator, startPmsSimulator } from '../../pms/simulator.ts';
import { startOnKeptPort } from './keptPort.ts';

/**
 * Starts the PMS simulator on a free port. With a data folder it keeps its reservations there, and its port: the
 * endpoints of kept properties go on being right.
 * @param dataFolder of the whole system; null keeps everything in memory
 */
export async function startPms(dataFolder: string | null, log: (line: string) => void): Promise<PmsSimulator> {
  if (dataFolder === null) return startPmsSimulator({ log });
  const folder = join(dataFolder, 'pms');
  return startOnKeptPort(join(folder, 'port'), (port) => startPmsSimulator({ dataFolder: folder, log, port }), log);
}
