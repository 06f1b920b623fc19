import { type Program, findProgram } from '../process/program.ts';

/** Valkey is Redis's free successor and takes the same arguments. */
const REDIS_PROGRAMS = ['redis-server', 'valkey-server'];

export const INSTALL_REDIS =
  'Redis 6.2 or newer must be installed (Debian, Ubuntu: apt-get install redis-server; macOS: brew install redis), or REDIS_URL name a running one.';

/** Null where it is not on this machine. */
export const redisProgram = (): Program | null => findProgram('redis', REDIS_PROGRAMS);

/** How one Redis is started. */
export type RedisSettings = {
  port: number;
  /** Where it keeps its files. */
  folder: string;
  /** Does it keep its data over a restart? */
  keep: boolean;
  /** Does it speak and act as a node of a cluster? */
  cluster: boolean;
  password: string | null;
  /** More settings of redis.conf, e.g. `maxmemory-policy`. */
  parameters: Record<string, string>;
};

/** The command line without the program itself. */
export function redisArguments(settings: RedisSettings): string[] {
  const { port, folder, keep, cluster, password, parameters } = settings;
  return Object.entries({
    port: String(port),
    bind: '127.0.0.1',
    dir: folder,
    daemonize: 'no',
    save: '',
    // Every second: what a crash may cost is written again by whoever checks the cache.
    appendonly: keep ? 'yes' : 'no',
    appendfsync: 'everysec',
    'cluster-enabled': cluster ? 'yes' : 'no',
    // A node that has met no other does not know its own address, which clients ask it for.
    ...(cluster ? { 'cluster-announce-ip': '127.0.0.1' } : {}),
    ...(password === null ? {} : { requirepass: password, masterauth: password }),
    ...parameters,
  }).flatMap(([name, value]) => [`--${name}`, value]);
}
