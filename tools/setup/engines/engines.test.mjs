import { afterEach, describe, expect, it, vi } from 'vitest';
import { rememberedEnginesStand, warnings } from './engines.mjs';

afterEach(() => vi.unstubAllEnvs());

const here = process.execPath;

describe('engines that an earlier set-up found', () => {
  it('stand as long as their programs are there', async () => {
    const found = { java: here, redis: here, mariadb: here };
    expect(await rememberedEnginesStand({ found, missing: {} }, 'test')).toBe(true);
    expect(await rememberedEnginesStand({ found: { ...found, redis: '/no/redis' }, missing: {} }, 'start')).toBe(false);
  });

  it('may be named instead', async () => {
    vi.stubEnv('REDIS_URL', 'redis://127.0.0.1:6379');
    vi.stubEnv('MYSQL_URL', 'mysql://root@127.0.0.1');
    expect(await rememberedEnginesStand({ found: { java: here }, missing: {} }, 'test')).toBe(true);
  });

  it('are all needed for tests', async () => {
    vi.stubEnv('REDIS_URL', '');
    const engines = { found: { java: here, mariadb: here }, missing: { redis: 'no network' } };
    expect(await rememberedEnginesStand(engines, 'test')).toBe(false);
  });
});

describe('engines that are missing', () => {
  const stamp = { engines: { found: { java: here, redis: here }, missing: { mariadb: 'no network' } } };

  it('are warned of, with what is off and what to do', () => {
    expect(warnings(stamp)).toEqual([
      expect.stringMatching(
        /^without MariaDB .*rooms are sold, but no audit history is written.*apt-get install mariadb/,
      ),
    ]);
  });

  it('are no matter when they are named', () => {
    vi.stubEnv('MYSQL_URL', 'mysql://root@127.0.0.1');
    expect(warnings(stamp)).toEqual([]);
  });
});
