import { setTimeout as delay } from 'node:timers/promises';

const PAUSE_MS = 10;

/**
 * Asks again and again until there is something.
 * @throws {Error} when there is nothing after `timeoutMs`, naming what was awaited
 */
export async function until<T>(
  what: string,
  ask: () => Promise<T | null | undefined | false>,
  timeoutMs = 30_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`There was no ${what} within ${timeoutMs} ms.`);
    await delay(PAUSE_MS);
  }
}
