import { once } from 'node:events';
import { Cluster, Redis } from 'ioredis';
import { startRedis } from '../../local/engines/redis.ts';
import { startRelay } from './relay.ts';

/** The clients that suit each layout best: functions' own, and a plain connection. */
export type Clients = { cluster: Cluster; redis: Redis };

/** One Redis for all arms, on this machine and as if it were elsewhere. */
export type Servers = { near: Clients; far: Clients; stop(): Promise<void> };

export async function startServers(): Promise<Servers> {
  const engine = await startRedis({ dataFolder: null, cluster: true });
  const relay = await startRelay(engine.port);
  const [near, far] = await Promise.all([clients(engine), clients(engine, relay.port)]);
  return {
    near,
    far,
    stop: async () => {
      for (const client of [near.cluster, near.redis, far.cluster, far.redis]) client.disconnect();
      await relay.stop();
      await engine.stop();
    },
  };
}

async function clients({ host, port }: { host: string; port: number }, through = port): Promise<Clients> {
  const door = { host, port: through };
  const natMap = { [`${host}:${port}`]: door };
  const cluster = new Cluster([door], { enableAutoPipelining: true, natMap });
  await once(cluster, 'ready');
  return { cluster, redis: new Redis(door) };
}
