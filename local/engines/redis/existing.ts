import { EngineStartError } from '../process/errors.ts';
import { askRedis, type RedisAddress } from './ask.ts';

/**
 * A Redis that runs already, as `REDIS_URL` names it: `redis://[user:password@]host:port`.
 * @param needs what the local cloud would have started one with
 * @throws {EngineStartError} when it does not answer, or is not as needed
 */
export async function existingRedis(
  url: string,
  needs: { cluster: boolean; password: string | null },
): Promise<RedisAddress> {
  const address = redisAddress(url);
  const signIn = { ...address, password: needs.password ?? address.password };
  const cluster = await askRedis(signIn, (redis) => redis.info('cluster')).catch((cause: Error) => {
    throw new EngineStartError(`The Redis that REDIS_URL names (${shown(address)}) cannot be used: ${cause.message}`, {
      cause,
    });
  });
  if (needs.cluster && !cluster.includes('cluster_enabled:1')) {
    throw new EngineStartError(
      `The Redis that REDIS_URL names (${shown(address)}) is no cluster (cluster-enabled no), as the template asks for.`,
    );
  }
  return signIn;
}

/** @throws {EngineStartError} for a URL that is none, or asks for TLS */
export function redisAddress(url: string): RedisAddress {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (parsed?.protocol !== 'redis:' || parsed.hostname === '') {
    throw new EngineStartError('REDIS_URL must read redis://[user:password@]host:port.');
  }
  return {
    host: parsed.hostname,
    port: Number(parsed.port || 6379),
    ...(parsed.username === '' ? {} : { username: decodeURIComponent(parsed.username) }),
    password: parsed.password === '' ? null : decodeURIComponent(parsed.password),
  };
}

const shown = ({ host, port }: RedisAddress): string => `${host}:${port}`;
