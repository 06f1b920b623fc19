import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { functions } from '../../functions/manifest.ts';
import type { Endpoints } from './endpointsFile.ts';

let folder: string;
const started: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyrack-start-'));
});
afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

type Program = { child: ChildProcess; output(): string; errors(): string };

function start(env: Record<string, string>): Program {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'start.ts')], {
    env: { ...process.env, PORT: '0', KEYRACK_DATA: '', KEYRACK_ENDPOINTS: join(folder, 'endpoints.json'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let output = '';
  let errors = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  return { child, output: () => output, errors: () => errors };
}

/** The exit code and all that was printed on stderr. */
async function failure(env: Record<string, string>): Promise<{ code: number | null; errors: string }> {
  const program = start(env);
  await once(program.child, 'close');
  return { code: program.child.exitCode, errors: program.errors() };
}

/** Waits until the program says it is ready. */
async function ready({ child, output, errors }: Program): Promise<void> {
  while (!output().endsWith('Keyrack is ready\n')) {
    await Promise.race([once(child.stdout!, 'data'), once(child, 'close')]);
    if (child.exitCode !== null) throw new Error(errors());
  }
}

/** What a command prints about the running system. */
const command = (...words: string[]): string =>
  execFileSync(process.execPath, words, {
    cwd: import.meta.dirname,
    env: { ...process.env, KEYRACK_ENDPOINTS: join(folder, 'endpoints.json') },
    encoding: 'utf8',
  });

/** All processes below one, by the kernel's own list. */
function descendants(pid: number): number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  return children.flatMap((child) => [child, ...descendants(child)]);
}

/** Gone, or dead and only waiting for its parent to notice. */
function isGone(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.startsWith('Z') ?? true;
  } catch {
    return true;
  }
}

describe('a start that cannot succeed says so in one line and a non-zero exit', () => {
  it('when the port is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    expect(await failure({ PORT: String(port) })).toEqual({
      code: 1,
      errors: `Keyrack cannot run: port ${port} is taken by another program\n`,
    });
    holder.close();
  });

  it('when there is no Java', async () => {
    const { code, errors } = await failure({ JAVA_HOME: folder });
    expect(code).toBe(1);
    expect(errors).toMatch(/^Keyrack cannot run: There is no .*java here\. DynamoDB Local needs a Java runtime.*\n$/);
  });

  it('when the data folder cannot be used', async () => {
    const { code, errors } = await failure({ KEYRACK_DATA: '/dev/null/data' });
    expect(code).toBe(1);
    expect(errors).toMatch(/^Keyrack cannot run: the data folder \/dev\/null\/data cannot be used: .*\n$/);
  });
}, 60_000);

const linux = process.platform === 'linux';

describe('a running system', () => {
  it('books the room of the printed command, once however often it is sent, and leaves nothing behind', async () => {
    const program = start({ KEYRACK_DATA: join(folder, 'data') });
    await ready(program);
    const endpoints = JSON.parse(readFileSync(join(folder, 'endpoints.json'), 'utf8')) as Endpoints;
    expect(endpoints.users.map(({ role }) => role)).toEqual(['guest', 'guest', 'staff', 'pms', 'operator']);
    const curl =
      program
        .output()
        .split('\n')
        .find((line) => line.trim().startsWith('curl ')) ?? '';
    const book = (): unknown => JSON.parse(execFileSync('bash', ['-c', curl], { encoding: 'utf8' }));
    const booked = book();
    expect(booked).toMatchObject({ data: { bookRoom: { status: 'CONFIRMED', nights: 2 } } });
    expect(book()).toEqual(booked);

    expect(Object.keys(endpoints.functions)).toEqual(Object.keys(functions));
    expect(JSON.parse(command('invoke.ts', 'booking-events'))).toEqual({ batchItemFailures: [] });
    expect(command('logs.ts', 'bookingEvents')).toMatch(/Z REPORT RequestId: \S+\tDuration: [\d.]+ ms$/m);
    expect(await (await fetch(endpoints.pmsUrl)).text()).toContain('PMS simulator');

    const children = linux ? descendants(program.child.pid ?? 0) : [];
    program.child.kill('SIGTERM');
    await once(program.child, 'close');
    expect(program.child.exitCode).toBe(0);
    expect(existsSync(join(folder, 'endpoints.json'))).toBe(false);
    await expect.poll(() => children.filter((pid) => !isGone(pid))).toEqual([]);

    const again = start({ KEYRACK_DATA: join(folder, 'data') });
    await ready(again);
    expect(again.output()).toContain('no demo is loaded');
    const { graphqlUrl: url, pmsUrl } = JSON.parse(readFileSync(join(folder, 'endpoints.json'), 'utf8')) as Endpoints;
    expect(pmsUrl).toBe(endpoints.pmsUrl);
    // The first start's token and booking id still hold.
    const replayed: unknown = JSON.parse(
      execFileSync('bash', ['-c', curl.replace(endpoints.graphqlUrl, url)], { encoding: 'utf8' }),
    );
    expect(replayed).toMatchObject({
      data: { bookRoom: { id: (booked as { data: { bookRoom: { id: string } } }).data.bookRoom.id } },
    });
    const orphans = linux ? descendants(again.child.pid ?? 0) : [];
    again.child.kill('SIGKILL');
    await once(again.child, 'close');
    await expect.poll(() => orphans.filter((pid) => !isGone(pid)), { timeout: 20_000 }).toEqual([]);
  }, 240_000);
});
