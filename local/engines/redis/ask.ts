import { Redis } from 'ioredis';

const PATIENCE_MS = 2_000;

/** Where a Redis is, and its password, if it asks for one. */
export type RedisAddress = { host: string; port: number; username?: string; password: string | null };

/** Connects to one Redis for as long as `work` takes, without trying again. @throws when it does not answer in time */
export async function askRedis<Answer>(
  address: RedisAddress,
  work: (redis: Redis) => Promise<Answer>,
): Promise<Answer> {
  const redis = new Redis({
    ...address,
    password: address.password ?? undefined,
    lazyConnect: true,
    enableReadyCheck: false,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
  });
  let cause: Error | undefined;
  redis.on('error', (error: Error) => {
    cause ??= error;
  });
  try {
    await redis.connect();
    return await work(redis);
  } catch (error) {
    // A sign-in that is refused closes the connection; the reason is in the event alone.
    throw cause ?? error;
  } finally {
    redis.disconnect();
  }
}
