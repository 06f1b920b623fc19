import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Cluster, Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type RedisEngine, startRedis } from './redis.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'keyrack-redis-test-'));
const ended: string[] = [];
let engine: RedisEngine;

beforeAll(async () => {
  engine = await startRedis({ dataFolder, password: 'a b/c', onExit: (line) => ended.push(line) });
});
afterAll(async () => {
  await engine.stop();
  rmSync(dataFolder, { recursive: true });
});
afterEach(() => vi.unstubAllEnvs());

/** Asks one Redis, by its URL. */
async function ask<Answer>(url: string, work: (redis: Redis) => Promise<Answer>): Promise<Answer> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  let cause: unknown;
  redis.on('error', (error) => {
    cause ??= error;
  });
  try {
    await redis.connect();
    return await work(redis);
  } catch (error) {
    throw cause ?? error;
  } finally {
    redis.disconnect();
  }
}

describe.skipIf(process.env.REDIS_URL)('a Redis of our own', () => {
  test('keeps its data over a restart, on the same port', async () => {
    const { port, pid } = engine;
    await ask(engine.url, (redis) => redis.set('kept', 'yes'));
    await engine.restart();
    expect(await ask(engine.url, (redis) => redis.get('kept'))).toBe('yes');
    expect([engine.port, engine.pid]).toEqual([port, expect.not.toSatisfy((now) => now === pid)]);
  });

  test('lets nobody in without its password', async () => {
    await expect(ask(`redis://127.0.0.1:${engine.port}`, (redis) => redis.get('kept'))).rejects.toThrow(/NOAUTH/);
  });

  test('can be killed and brought back', async () => {
    await engine.kill();
    await expect(ask(engine.url, (redis) => redis.ping())).rejects.toThrow();
    await engine.restart();
    expect(await ask(engine.url, (redis) => redis.ping())).toBe('PONG');
    expect(ended).toEqual([]);
  });

  test('tells when it ended by itself', async () => {
    process.kill(engine.pid ?? 0, 'SIGKILL');
    await vi.waitFor(() => expect(ended).toEqual(['Redis has ended by itself (SIGKILL)']), 10_000);
    await engine.restart();
  });

  test('says why it does not start', async () => {
    const parameters = { 'no-such-setting': '1' };
    await expect(startRedis({ dataFolder: null, parameters })).rejects.toThrow(
      /Redis ended at its start \(status 1\).*no-such-setting/s,
    );
  });
});

describe('a named Redis', () => {
  test('is used and left running', async () => {
    vi.stubEnv('REDIS_URL', engine.url);
    const named = await startRedis({ dataFolder: null });
    expect(named).toMatchObject({ url: engine.url, host: '127.0.0.1', port: engine.port, pid: null });
    await expect(named.restart()).rejects.toThrow('REDIS_URL names this engine');
    await named.stop();
    expect(await ask(engine.url, (redis) => redis.ping())).toBe('PONG');
  });

  test.each([
    ['rediss://127.0.0.1:1', {}, 'REDIS_URL must read redis://'],
    ['redis://127.0.0.1:1', {}, /127.0.0.1:1\) cannot be used/],
    [undefined, { cluster: true }, /is no cluster/],
    [undefined, { password: 'another' }, /cannot be used: WRONGPASS/],
  ])('%s is refused where it is not as needed: %j', async (url, needs, message) => {
    vi.stubEnv('REDIS_URL', url ?? engine.url);
    await expect(startRedis({ dataFolder: null, ...needs })).rejects.toThrow(message);
  });
});

test.skipIf(process.env.REDIS_URL)('a cluster of one node serves all slots, and one at a time', async () => {
  const single = await startRedis({ dataFolder: null, cluster: true, password: 'secret' });
  const redisOptions = { password: 'secret' };
  const cluster = new Cluster([{ host: single.host, port: single.port }], { redisOptions, slotsRefreshTimeout: 5_000 });
  try {
    await cluster.set('a', '1');
    await cluster.set('b', '2');
    expect([await cluster.get('a'), await cluster.get('b')]).toEqual(['1', '2']);
    await expect(cluster.mget('a', 'b')).rejects.toThrow(/CROSSSLOT|same slot/);
  } finally {
    cluster.disconnect();
    await single.stop();
  }
});
