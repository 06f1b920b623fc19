import { setTimeout as delay } from 'node:timers/promises';

const FIRST_MS = 10;
const LONGEST_MS = 200;

/** A random wait that grows with each failure in a row, so that two who collided do not meet again. */
export function pause(failures: number): Promise<void> {
  return delay(Math.random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** failures));
}
