import { setTimeout as delay } from 'node:timers/promises';
import type { Redis } from 'ioredis';

const EVERY_MS = 300;
/** Buffers of this connection come and go. */
const SAME_BYTES = 20_000;

/** The bytes that a Redis has allocated, once it has come to rest: its tables grow and shrink in the background. */
export async function usedMemory(redis: Redis): Promise<number> {
  for (let last = Infinity; ; ) {
    const now = Number(/^used_memory:(\d+)/m.exec(await redis.info('memory'))?.[1]);
    if (Number.isNaN(now)) throw new Error('Redis does not tell its memory.');
    if (Math.abs(now - last) < SAME_BYTES) return now;
    last = now;
    await delay(EVERY_MS);
  }
}
