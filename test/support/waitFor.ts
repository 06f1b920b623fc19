import { setTimeout as delay } from 'node:timers/promises';

const PAUSE_MS = 50;

/** Asks until there is an answer that is not null. @throws after the time-out, 20 s */
export async function waitFor<T>(ask: () => Promise<T | null>, timeoutMs = 20_000): Promise<T> {
  const end = Date.now() + timeoutMs;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== null) return answer;
    await delay(PAUSE_MS);
  }
  throw new Error(`Nothing came within ${timeoutMs} ms.`);
}
