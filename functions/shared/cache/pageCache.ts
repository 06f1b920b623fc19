import { Cluster } from 'ioredis';
import { environment } from '../environment.ts';
import { logger } from '../logger.ts';
import { readSecret } from '../readSecret.ts';
import { tlsFor } from '../tlsFor.ts';
import { whenReady } from './whenReady.ts';

/** Long for a cache, short for who waits for an answer: whoever reads falls back to the tables then. */
const COMMAND_MS = 1_000;
const CONNECT_MS = 1_000;
const LONGEST_PAUSE_MS = 1_000;

let connected: Promise<Cluster> | undefined;

/**
 * The page cache, connected once for a function's life. It reconnects by itself; ask for it anew for each piece of work, as
 * it is not given out while it is away. Commands of one moment for one node travel together.
 * @throws when the password can't be read, or at once while the cache is away; the first time after two seconds
 */
export async function pageCache(): Promise<Cluster> {
  connected ??= connect();
  connected.catch(() => {
    connected = undefined;
  });
  return whenReady(await connected);
}

async function connect(): Promise<Cluster> {
  const { host, port, secret } = environment({ host: 'REDIS_HOST', port: 'REDIS_PORT', secret: 'REDIS_SECRET_ARN' });
  const password = await readSecret(secret);
  const cluster = new Cluster([{ host, port: Number(port) }], {
    // A certificate names the host, not its address.
    dnsLookup: (address, callback) => callback(null, address),
    enableAutoPipelining: true,
    clusterRetryStrategy: (attempts) => Math.min(LONGEST_PAUSE_MS, 50 * attempts),
    redisOptions: {
      password,
      tls: tlsFor(host),
      connectTimeout: CONNECT_MS,
      commandTimeout: COMMAND_MS,
      maxRetriesPerRequest: 1,
    },
  });
  cluster.on('error', (error: Error) => logger.warn('page cache', { reason: error.message }));
  return cluster;
}
