import { Cluster, Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cacheEntry } from '../../../core/cache/cacheEntry.ts';
import { cachedPages, cacheKey } from '../../../core/cache/cachedMonth.ts';
import { packedVersion } from '../../../core/cache/packedPage.ts';
import { MONTH, pageOf } from '../../../core/cache/testing/calendarPages.ts';
import { freePort } from '../../../local/engines/freePort.ts';
import { type RedisCluster, startRedisCluster } from '../../../local/engines/redisCluster.ts';
import { whenReady } from './whenReady.ts';
import { writeEntries } from './writeEntries.ts';

const PROPERTIES = Array.from({ length: 120 }, (_, at) => `house-${at}`);

let servers: RedisCluster;
let nodes: Redis[];
let cluster: Cluster;

beforeAll(async () => {
  servers = await startRedisCluster({ masters: 3 });
  nodes = servers.nodes.map(({ port }) => new Redis(port));
  for (const node of nodes) node.on('error', () => undefined);
  cluster = clientOf(servers.nodes);
}, 60_000);
afterAll(async () => {
  cluster.disconnect();
  for (const node of nodes) node.disconnect();
  await servers.stop();
});

/** As functions connect. */
function clientOf(startNodes: { host: string; port: number }[]): Cluster {
  const client = new Cluster(startNodes, {
    enableAutoPipelining: true,
    clusterRetryStrategy: () => 50,
    redisOptions: { commandTimeout: 1_000, connectTimeout: 1_000, maxRetriesPerRequest: 1 },
  });
  client.on('error', () => undefined);
  return client;
}

/** Two room types of every property. */
const write = (version: number) =>
  writeEntries(
    whenReady(cluster),
    PROPERTIES.flatMap((id) => ['DLX', 'STD'].map((roomTypeId) => cacheEntry(pageOf(version, id, roomTypeId)))),
  );

const eachOf = <T>(standing: T): T[] => new Array<T>(2 * PROPERTIES.length).fill(standing);

/** The versions that are in the cache, each once. */
async function versions(): Promise<number[]> {
  const values = await Promise.all(PROPERTIES.map((id) => cluster.getBuffer(cacheKey(id, MONTH))));
  const pages = values.flatMap((value) => cachedPages(value ?? new Uint8Array()) ?? []);
  expect(pages).toHaveLength(2 * PROPERTIES.length);
  return [...new Set(pages.map(({ page }) => packedVersion(page)))];
}

describe('on a cluster of three masters', () => {
  it('writes the pages of many properties on all of them, and says what became of each', async () => {
    expect(await write(2)).toEqual(eachOf(1));
    expect(await write(2)).toEqual(eachOf(0));
    expect(await write(1)).toEqual(eachOf(-1));
    expect(await versions()).toEqual([2]);
    for (const node of nodes) expect(await node.dbsize()).toBeGreaterThan(20);
  });

  it('teaches nodes the script that have forgotten it', async () => {
    await Promise.all(nodes.map((node) => node.script('FLUSH')));
    expect(await write(3)).toEqual(eachOf(1));
    expect(await versions()).toEqual([3]);
  });

  it('follows slots that have moved to another master', async () => {
    await Promise.all(nodes.map((node) => node.flushall()));
    const [from, to] = nodes;
    const ids = await Promise.all(nodes.map((node) => node.cluster('MYID')));
    // The first master's first 4,000 slots go to the second.
    for (const node of [to, from, nodes[2]]) {
      const moves = node.pipeline();
      for (let slot = 0; slot < 4_000; slot += 1) moves.cluster('SETSLOT', slot, 'NODE', ids[1] as string);
      await moves.exec();
    }
    expect(await write(4)).toEqual(eachOf(1));
    expect(await versions()).toEqual([4]);
  });

  it('writes what the living masters hold while one is away, and the rest when it is back', async () => {
    const [, , dead] = servers.masters;
    await dead.kill();
    const answers = await write(5);
    const away = answers.filter((answer) => answer instanceof Error);
    expect(away.length).toBeGreaterThan(20);
    expect(away.length).toBeLessThan(answers.length);
    expect(answers.filter((answer) => !(answer instanceof Error)).every((answer) => answer === 1)).toBe(true);
    await dead.restart();
    await expect.poll(async () => (await write(5)).every((answer) => answer === 0), { timeout: 15_000 }).toBe(true);
    expect(await versions()).toEqual([5]);
  }, 40_000);
});

it('answers errors soon where a cache was never reached', async () => {
  const nobody = clientOf([{ host: '127.0.0.1', port: await freePort() }]);
  const away = new Error('The cache is away.');
  expect(await writeEntries(whenReady(nobody), [cacheEntry(pageOf(1))])).toEqual([away]);
  // Only the first connection is waited for, two seconds.
  const began = performance.now();
  expect(await writeEntries(whenReady(nobody), [cacheEntry(pageOf(1))])).toEqual([away]);
  expect(performance.now() - began).toBeLessThan(1_900);
  nobody.disconnect();
  expect(await writeEntries(Promise.reject(new Error('no password')), [cacheEntry(pageOf(1))])).toEqual([
    new Error('no password'),
  ]);
});
