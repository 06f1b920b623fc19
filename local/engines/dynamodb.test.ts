import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { request } from 'undici';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startDynamoDb } from './dynamodb.ts';

// A Java machine on a busy computer may take its time.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'engine-'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function call(url: string, operation: string, input: object): Promise<Record<string, unknown>> {
  const reply = await request(url, {
    method: 'POST',
    headers: {
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      authorization:
        'AWS4-HMAC-SHA256 Credential=test/20200101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify(input),
  });
  return (await reply.body.json()) as Record<string, unknown>;
}

const TABLE = {
  TableName: 'kept',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
};

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Something else in the place of Java. */
function fakeJava(script: string): void {
  mkdirSync(join(folder, 'bin'));
  writeFileSync(join(folder, 'bin', 'java'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'bin', 'java'), 0o755);
  vi.stubEnv('JAVA_HOME', folder);
}

describe('a running engine', () => {
  test('answers, and is gone after stop', async () => {
    const engine = await startDynamoDb({ dataFolder: null, heapMiB: 128 });
    expect(await call(engine.url, 'ListTables', {})).toEqual({ TableNames: [] });
    await engine.stop();
    expect(isRunning(engine.pid)).toBe(false);
    await engine.stop();
  });

  test('keeps its tables in a data folder', async () => {
    const dataFolder = join(folder, 'new', 'data');
    const first = await startDynamoDb({ dataFolder, heapMiB: 128 });
    await call(first.url, 'CreateTable', TABLE);
    await first.stop();
    const second = await startDynamoDb({ dataFolder, heapMiB: 128 });
    expect(await call(second.url, 'ListTables', {})).toEqual({ TableNames: ['kept'] });
    await second.stop();
  });

  test('dies with a parent that is killed hard', async () => {
    const module = fileURLToPath(new URL('./dynamodb.ts', import.meta.url));
    const script = `const { startDynamoDb } = await import(${JSON.stringify(module)});
      const engine = await startDynamoDb({ dataFolder: null, heapMiB: 128 }); console.log(engine.pid);`;
    const parent: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [chunk] = (await once(parent.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
    const pid = Number(chunk.toString());
    expect(isRunning(pid)).toBe(true);
    parent.kill('SIGKILL');
    const deadline = Date.now() + 10_000;
    while (isRunning(pid) && Date.now() < deadline) await delay(20);
    expect(isRunning(pid)).toBe(false);
  });
});

describe('a start that fails says why', () => {
  test('no Java', async () => {
    vi.stubEnv('JAVA_HOME', join(folder, 'nowhere'));
    await expect(startDynamoDb({ dataFolder: null })).rejects.toThrow(
      /There is no .*nowhere.*Java runtime, version 17/s,
    );
  });

  test('a Java that is too old', async () => {
    fakeJava('echo "java.lang.UnsupportedClassVersionError: class file version 61.0" >&2; exit 1');
    await expect(startDynamoDb({ dataFolder: null })).rejects.toThrow(/This Java is too old.*class file version 61/s);
  });

  test('an engine that ends at once, with its last words', async () => {
    fakeJava('echo "no room left"; exit 3');
    await expect(startDynamoDb({ dataFolder: null })).rejects.toThrow(/ended at its start \(status 3\).*no room left/s);
  });

  test('an engine that never answers', async () => {
    fakeJava('exec sleep 60');
    await expect(startDynamoDb({ dataFolder: null, startTimeoutMs: 200 })).rejects.toThrow(
      /did not answer within 0.2 s/,
    );
  });

  test('a port that someone else took is exchanged for another', async () => {
    fakeJava(`if [ -e "${folder}/tried" ]; then unset JAVA_HOME; exec java "$@"; fi
      touch "${folder}/tried"; echo "java.net.BindException: Address already in use" >&2; exit 1`);
    const engine = await startDynamoDb({ dataFolder: null, heapMiB: 128 });
    expect(await call(engine.url, 'ListTables', {})).toEqual({ TableNames: [] });
    await engine.stop();
  });
});
