import { Cluster } from 'ioredis';
import { createConnection } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Lifecycle } from '../../lifecycle.ts';
import { emptyPlan } from '../../plan/plan.ts';
import { reservePlaces, type EnginePlaces } from './places.ts';
import { type Engines, startEngines } from './startEngines.ts';

const lifecycle = new Lifecycle();
let places: EnginePlaces;
let engines: Engines;

beforeAll(async () => {
  places = await reservePlaces(lifecycle);
  const plan = emptyPlan();
  plan.caches.push({
    id: 'cache',
    cluster: true,
    password: 'a token',
    parameters: { 'maxmemory-policy': 'volatile-lru' },
  });
  plan.databases.push({
    id: 'audit',
    arn: 'arn:aws:rds:us-west-2:000000000000:cluster:audit',
    host: '127.0.0.1',
    port: Number(new URL(places.mysql.url).port),
    databaseName: 'book-ings',
    user: "o'admin",
    password: "it's",
    parameters: {},
  });
  engines = await startEngines(plan, places, { dataFolder: null }, lifecycle);
}, 60_000);
afterAll(() => lifecycle.stop());

describe('engines of a plan', () => {
  it('answer where the template said they would', () => {
    expect(engines.redis?.port).toBe(Number(new URL(places.redis.url).port));
    expect(engines.mariadb?.port).toBe(Number(new URL(places.mysql.url).port));
    expect(engines.off).toEqual([]);
  });

  it('let functions in with what the template gives them', async () => {
    const { hostname: host, port } = new URL(places.redis.url);
    const cache = new Cluster([{ host, port: Number(port) }], { redisOptions: { password: 'a token' } });
    expect(await cache.set('a', '1')).toBe('OK');
    cache.disconnect();

    const at = new URL(places.mysql.url);
    const signIn = { host: at.hostname, port: Number(at.port), user: "o'admin", password: "it's" };
    const audit = await createConnection({ ...signIn, database: 'book-ings' });
    await audit.query('CREATE TABLE t (a INT PRIMARY KEY)');
    await audit.query('INSERT INTO t VALUES (1) ON DUPLICATE KEY UPDATE a = VALUES(a)');
    expect((await audit.query('SELECT a FROM t'))[0]).toEqual([{ a: 1 }]);
    audit.destroy();
  });

  it('are not started when nobody asks for them', async () => {
    const none = await startEngines(emptyPlan(), places, { dataFolder: null }, new Lifecycle());
    expect(none).toEqual({ redis: null, mariadb: null, off: [] });
  });
});
