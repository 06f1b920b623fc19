import { setTimeout as delay } from 'node:timers/promises';
import { EngineStartError } from './process/errors.ts';
import type { RunningEngine } from './process/startEngine.ts';
import { askRedis } from './redis/ask.ts';
import { clusterInfo, SLOTS, takeSlots } from './redis/clusterState.ts';
import { startOwnRedis } from './redis/startOwn.ts';

/** `nodes`: where a client may begin. Killing or restarting one master is a fault of its share of the keys. */
export type RedisCluster = { nodes: { host: string; port: number }[]; masters: RunningEngine[]; stop(): Promise<void> };

const JOIN_TIMEOUT_MS = 20_000;

/**
 * Starts a Redis Cluster of masters without replicas, in memory, and waits until all of them serve.
 * @throws {EngineMissingError} there is no redis-server
 * @throws {EngineStartError} a node does not start, or they do not find one another in time
 */
export async function startRedisCluster({ masters: count }: { masters: number }): Promise<RedisCluster> {
  const masters: RunningEngine[] = [];
  const stop = async (): Promise<void> => {
    await Promise.all(masters.map((master) => master.stop()));
  };
  try {
    // One after the other: two that look for a port at the same time may find the same.
    for (let index = 0; index < count; index += 1) masters.push(await startNode());
    await join(masters);
  } catch (error) {
    await stop();
    throw error;
  }
  return { nodes: masters.map(({ port }) => ({ host: '127.0.0.1', port })), masters, stop };
}

const startNode = (): Promise<RunningEngine> =>
  startOwnRedis({
    name: 'Redis node',
    dataFolder: null,
    port: undefined,
    cluster: true,
    password: null,
    parameters: {},
    startTimeoutMs: 15_000,
    // Started again, it waits for the others before it serves.
    ready: async (redis) =>
      (await clusterInfo(redis, 'cluster_known_nodes')) === '1' || (await clusterInfo(redis, 'cluster_state')) === 'ok',
  });

/** Deals the slots out evenly, introduces all nodes to the first, and waits until each knows the whole. */
async function join(masters: RunningEngine[]): Promise<void> {
  const share = Math.ceil(SLOTS / masters.length);
  const first = masters[0]?.port ?? 0;
  for (const [index, { port }] of masters.entries()) {
    await ask(port, async (redis) => {
      await takeSlots(redis, index * share, Math.min(SLOTS, (index + 1) * share));
      if (port !== first) await redis.cluster('MEET', '127.0.0.1', first);
    });
  }
  const deadline = Date.now() + JOIN_TIMEOUT_MS;
  while (!(await allWhole(masters))) {
    if (Date.now() > deadline) {
      throw new EngineStartError(`The Redis nodes did not become a cluster within ${JOIN_TIMEOUT_MS / 1000} s.`);
    }
    await delay(25);
  }
}

async function allWhole(masters: RunningEngine[]): Promise<boolean> {
  const answers = masters.map(({ port }) =>
    ask(port, async (redis) => {
      const known = await clusterInfo(redis, 'cluster_known_nodes');
      return known === String(masters.length) && (await clusterInfo(redis, 'cluster_state')) === 'ok';
    }),
  );
  return (await Promise.all(answers)).every(Boolean);
}

const ask = <Answer>(port: number, work: Parameters<typeof askRedis<Answer>>[1]): Promise<Answer> =>
  askRedis({ host: '127.0.0.1', port, password: null }, work);
