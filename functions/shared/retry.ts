import { setTimeout as delay } from 'node:timers/promises';

const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 400;

/** Waits before the next try after others were writing: a random time, longer with every try, so that they part. */
export async function pauseBefore(attempt: number): Promise<void> {
  if (attempt === 0) return;
  await delay(Math.random() * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt));
}
