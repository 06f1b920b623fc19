import { named, type NamedEngine } from './process/namedEngine.ts';
import type { ReservedPort } from './process/reservePort.ts';
import type { RunningEngine } from './process/startEngine.ts';
import type { RedisAddress } from './redis/ask.ts';
import { serveAlone } from './redis/clusterState.ts';
import { existingRedis } from './redis/existing.ts';
import { startOwnRedis } from './redis/startOwn.ts';

export type RedisOptions = {
  /** A folder (made when missing) whose data survives a restart; null keeps all in memory. */
  dataFolder: string | null;
  /** The port it must have; a free one by default. */
  port?: ReservedPort;
  /** Act as a cluster of one node, which refuses commands over several slots as a larger one does; default false. */
  cluster?: boolean;
  /** Asked of every client; none by default. */
  password?: string | null;
  /** More settings of redis.conf, e.g. `maxmemory-policy`. */
  parameters?: Record<string, string>;
  /** Gets what the engine prints, line by line. */
  log?(line: string): void;
  /** Called with one line when the engine ends without having been told to. */
  onExit?(line: string): void;
  /** How long the engine may take until it answers; default 15,000 ms. */
  startTimeoutMs?: number;
};

/** `restart` brings it back with its data where it has a data folder, and empty otherwise. */
export type RedisEngine = (RunningEngine | NamedEngine) & { url: string; host: string; password: string | null };

/**
 * Starts a Redis of our own on the loopback interface, or takes the one that `REDIS_URL` names.
 * @throws {EngineMissingError} there is no redis-server
 * @throws {EngineStartError} it does not start, or the named one is not as needed
 */
export async function startRedis(options: RedisOptions): Promise<RedisEngine> {
  const { cluster = false, password = null, parameters = {}, startTimeoutMs = 15_000 } = options;
  const url = process.env.REDIS_URL;
  if (url !== undefined && url !== '') {
    const address = await existingRedis(url, { cluster, password });
    return describe(named('REDIS_URL', address.port), address);
  }
  const engine = await startOwnRedis({
    ...options,
    name: 'Redis',
    port: options.port,
    cluster,
    password,
    parameters,
    startTimeoutMs,
    ready: (redis) => (cluster ? serveAlone(redis) : Promise.resolve(true)),
  });
  return describe(engine, { host: '127.0.0.1', port: engine.port, password });
}

function describe(
  engine: RunningEngine | NamedEngine,
  { host, port, username = '', password }: RedisAddress,
): RedisEngine {
  const credentials = password === null ? '' : `${encodeURIComponent(username)}:${encodeURIComponent(password)}@`;
  return Object.assign(engine, { url: `redis://${credentials}${host}:${port}`, host, password });
}
