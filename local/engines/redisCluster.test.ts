import { Cluster, Redis } from 'ioredis';
import { expect, test } from 'vitest';
import { startRedisCluster } from './redisCluster.ts';

test('three masters share the keys, and one that crashed comes back', async () => {
  const servers = await startRedisCluster({ masters: 3 });
  const client = new Cluster(servers.nodes, { clusterRetryStrategy: () => 50, retryDelayOnFailover: 50 });
  // While a master is down, connections to it fail; commands are tried again.
  client.on('error', () => {});
  try {
    const names = Array.from({ length: 30 }, (_, index) => `name-${index}`);
    await Promise.all(names.map((name) => client.set(name, '1')));
    const sizes = await Promise.all(servers.nodes.map(({ port }) => sizeOf(port)));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(30);
    expect(Math.min(...sizes)).toBeGreaterThan(0);

    await servers.masters[1]?.kill();
    await servers.masters[1]?.restart();
    const again = await Promise.all(names.map((name) => client.set(name, '2')));
    expect(new Set(again)).toEqual(new Set(['OK']));
  } finally {
    client.disconnect();
    await servers.stop();
  }
});

async function sizeOf(port: number): Promise<number> {
  const redis = new Redis(port, '127.0.0.1');
  try {
    return await redis.dbsize();
  } finally {
    redis.disconnect();
  }
}
