import { join } from 'node:path';
import { type PaymentsSimulator, startPaymentsSimulator } from '../../payments/simulator.ts';
import { startOnKeptPort } from './keptPort.ts';

/**
 * Starts the payments simulator on a free port. With a data folder it keeps its payments there, and its port: a page on
 * which somebody pays goes on working.
 * @param dataFolder of the whole system; null keeps everything in memory
 */
export async function startPayments(
  dataFolder: string | null,
  log: (line: string) => void,
): Promise<PaymentsSimulator> {
  if (dataFolder === null) return startPaymentsSimulator({ log });
  const folder = join(dataFolder, 'payments');
  const start = (port: number): Promise<PaymentsSimulator> => startPaymentsSimulator({ dataFolder: folder, log, port });
  return startOnKeptPort(join(folder, 'port'), start, log);
}
