import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RowDataPacket } from 'mysql2';
import { createConnection } from 'mysql2/promise';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { type MariaDbEngine, startMariaDb } from './mariadb.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'keyrack-mariadb-test-'));
const ended: string[] = [];
let engine: MariaDbEngine;

beforeAll(async () => {
  engine = await startMariaDb({ dataFolder, onExit: (line) => ended.push(line) });
}, 60_000);
afterAll(async () => {
  await engine.stop();
  rmSync(dataFolder, { recursive: true });
});
afterEach(() => vi.unstubAllEnvs());

async function sql(url: string, ...statements: string[]): Promise<RowDataPacket[]> {
  const connection = await createConnection(url);
  try {
    let rows: unknown = [];
    for (const statement of statements) [rows] = await connection.query(statement);
    return rows as RowDataPacket[];
  } finally {
    connection.destroy();
  }
}

describe.skipIf(process.env.MYSQL_URL)('a MariaDB of our own', () => {
  test('keeps what was committed over a crash, on the same port', async () => {
    const { port } = engine;
    await sql(engine.url, 'CREATE DATABASE kept', 'CREATE TABLE kept.t (a INT)', 'INSERT INTO kept.t VALUES (1)');
    await engine.kill();
    await engine.restart();
    expect(await sql(engine.url, 'SELECT a FROM kept.t')).toEqual([{ a: 1 }]);
    expect(engine.port).toBe(port);
  });

  test('keeps its data folder for the next', async () => {
    await engine.stop();
    engine = await startMariaDb({
      dataFolder,
      parameters: { max_connections: '77' },
      onExit: (line) => ended.push(line),
    });
    expect(await sql(engine.url, 'SELECT a FROM kept.t')).toEqual([{ a: 1 }]);
    expect(await sql(engine.url, 'SELECT @@max_connections AS most')).toEqual([{ most: 77 }]);
  });

  test('speaks as Aurora MySQL does', async () => {
    const [row] = await sql(
      engine.url,
      'SELECT @@character_set_server AS charset, @@time_zone AS zone, @@tx_isolation AS isolation, @@sql_mode AS mode',
    );
    expect(row).toMatchObject({ charset: 'utf8mb4', zone: '+00:00', isolation: 'REPEATABLE-READ' });
    expect(row?.mode).toContain('ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES');
  });

  test('has one account, with a password', async () => {
    await expect(sql(`mysql://root@127.0.0.1:${engine.port}`)).rejects.toThrow(/Access denied/);
    await expect(sql(`mysql://nobody@127.0.0.1:${engine.port}`)).rejects.toThrow(/Access denied/);
  });

  test('tells when it ended by itself', async () => {
    expect(ended).toEqual([]);
    process.kill(engine.pid ?? 0, 'SIGKILL');
    await vi.waitFor(() => expect(ended).toEqual(['MariaDB has ended by itself (SIGKILL)']), 10_000);
    await engine.restart();
  });

  test('says why it does not start', async () => {
    await engine.stop();
    await expect(startMariaDb({ dataFolder, parameters: { no_such_variable: '1' } })).rejects.toThrow(
      /MariaDB ended at its start.*no-such-variable/s,
    );
    await engine.restart();
  });
});

describe('a named MySQL', () => {
  test('is used and left running', async () => {
    vi.stubEnv('MYSQL_URL', engine.url);
    const named = await startMariaDb({ dataFolder: null });
    expect(named).toMatchObject({ url: engine.url, port: engine.port, pid: null });
    await named.stop();
    expect(await sql(engine.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test.each([
    ['http://127.0.0.1:1', 'MYSQL_URL must read mysql://'],
    ['mysql://a:b@127.0.0.1:1', /127.0.0.1:1\) cannot be used/],
  ])('%s is refused', async (url, message) => {
    vi.stubEnv('MYSQL_URL', url);
    await expect(startMariaDb({ dataFolder: null })).rejects.toThrow(message);
  });
});
