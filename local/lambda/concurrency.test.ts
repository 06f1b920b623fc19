import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { startTestHost, type TestHost } from './testing/startTestHost.ts';

vi.setConfig({ testTimeout: 60_000 });

let local: TestHost;
afterEach(async () => {
  await local.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Waits in the handler until the test lets it go, by a line on a file. */
const GATE = `import { existsSync } from 'node:fs';
export const handler = async ({ gate }) => {
  while (gate && !existsSync(gate)) await new Promise((resolve) => setTimeout(resolve, 5));
  return process.pid;
};`;

const folders: string[] = [];

function gate(): { path: string; open(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'gate-'));
  folders.push(folder);
  const path = join(folder, 'open');
  return { path, open: () => writeFileSync(path, '') };
}

describe('calls at the same time', () => {
  test('run in processes of their own', async () => {
    local = startTestHost();
    local.add('f', 'index.mjs', GATE);
    const { path, open } = gate();
    const calls = [1, 2, 3].map(() => local.call('f', { gate: path }));
    open();
    const pids = (await Promise.all(calls)).map(({ payload }) => payload);
    expect(new Set(pids).size).toBe(3);
  });

  test('beyond the local limit wait for their turn', async () => {
    local = startTestHost({ concurrency: 1 });
    local.add('f', 'index.mjs', GATE);
    const { path, open } = gate();
    const calls = [1, 2, 3].map(() => local.call('f', { gate: path }));
    open();
    const pids = (await Promise.all(calls)).map(({ payload }) => payload);
    expect(new Set(pids).size).toBe(1);
  });

  test('that wait too long are throttled', async () => {
    local = startTestHost({ concurrency: 1, queueTimeoutMs: 20 });
    local.add('f', 'index.mjs', GATE);
    const { path, open } = gate();
    const first = local.call('f', { gate: path });
    await expect(local.call('f')).rejects.toMatchObject({
      code: 'TooManyRequestsException',
      statusCode: 429,
      body: { Reason: 'ConcurrentInvocationLimitExceeded' },
    });
    open();
    await first;
  });

  test('beyond the reserved concurrency are throttled at once', async () => {
    local = startTestHost();
    local.add('f', 'index.mjs', GATE, { reservedConcurrency: 1 });
    local.add('off', 'index.mjs', GATE, { reservedConcurrency: 0 });
    const { path, open } = gate();
    const first = local.call('f', { gate: path });
    const reserved = {
      code: 'TooManyRequestsException',
      body: { Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded' },
    };
    await expect(local.call('f')).rejects.toMatchObject(reserved);
    await expect(local.call('off')).rejects.toMatchObject(reserved);
    open();
    await first;
  });

  test('a process that dies makes room for the next in the queue', async () => {
    local = startTestHost({ concurrency: 1 });
    local.add(
      'f',
      'index.mjs',
      'export const handler = async (die) => { if (die) process.exit(1); return process.pid; };',
    );
    const [died, lived] = await Promise.all([local.call('f', true), local.call('f', false)]);
    expect(died.functionError).toBe('Unhandled');
    expect(lived.payload).toEqual(expect.any(Number));
  });
});

test('a process that nobody uses for a while is ended', async () => {
  local = startTestHost({ idleMs: 10 });
  local.add('f', 'index.mjs', GATE);
  const { payload: pid } = (await local.call('f')) as { payload: number };
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), { timeout: 10_000 });
  expect((await local.call('f')).payload).not.toBe(pid);
});

test('stop ends processes, and calls under way fail', async () => {
  local = startTestHost({ concurrency: 1 });
  local.add('f', 'index.mjs', GATE);
  const { payload: pid } = (await local.call('f')) as { payload: number };
  const { path } = gate();
  const [running, waiting] = [local.call('f', { gate: path }), local.call('f')];
  const refused = expect(waiting).rejects.toMatchObject({ code: 'ServiceException' });
  await local.host.stop();
  expect((await running).functionError).toBe('Unhandled');
  await refused;
  expect(() => process.kill(pid, 0)).toThrow();
  await expect(local.call('f')).rejects.toMatchObject({ code: 'ServiceException' });
});
