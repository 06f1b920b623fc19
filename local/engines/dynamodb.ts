import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { request } from 'undici';
import { dynamoDbFolder, javaArguments, javaCommand } from './dynamodb/command.ts';
import { EngineStartError, explainExit, isPortTaken, type StartOutcome } from './dynamodb/explain.ts';
import { freePort } from './freePort.ts';
import { guard } from './guardian.ts';
import { logLines } from './logLines.ts';
import { ownsPort } from './ownsPort.ts';
import { stopProcess } from './stopProcess.ts';

export type DynamoDbOptions = {
  /** A folder (made when missing) whose tables survive a restart; null keeps everything in memory. */
  dataFolder: string | null;
  /** Java heap in MiB; default 512. */
  heapMiB?: number;
  /** Gets what the engine prints, line by line. */
  log?(line: string): void;
  /** How long the engine may take until it answers; default 30,000 ms. */
  startTimeoutMs?: number;
};

export type DynamoDbEngine = { url: string; pid: number; stop(): Promise<void> };

const PORT_ATTEMPTS = 4;
const LAST_LINES = 30;

/**
 * Starts Amazon's DynamoDB Local on a free port and waits until it answers a call.
 * It dies with this process, also when this process is killed hard.
 *
 * @throws {EngineStartError} no Java, a Java that is too old, died or did not answer in time; with its last lines
 */
export async function startDynamoDb(options: DynamoDbOptions): Promise<DynamoDbEngine> {
  for (let attempt = 1; ; attempt += 1) {
    const started = await startOnce(options, await freePort());
    if (!(started instanceof EngineStartError)) return started;
    // Someone may take the free port between asking for it and Java's bind.
    if (!isPortTaken(started) || attempt === PORT_ATTEMPTS) throw started;
  }
}

async function startOnce(options: DynamoDbOptions, port: number): Promise<DynamoDbEngine | EngineStartError> {
  const { heapMiB = 512, startTimeoutMs = 30_000 } = options;
  // Java runs in a folder of its own, where a relative path would mean something else.
  const dataFolder = options.dataFolder === null ? null : resolve(options.dataFolder);
  if (dataFolder !== null) mkdirSync(dataFolder, { recursive: true });
  const child = spawn(javaCommand(), javaArguments({ port, heapMiB, dataFolder }), {
    cwd: dynamoDbFolder(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  guard(child);
  const lines = collectLines(child, options.log);
  const url = `http://127.0.0.1:${port}`;
  const outcome = await waitUntilReady(child, port, startTimeoutMs);
  if (outcome === 'ready') return { url, pid: child.pid ?? 0, stop: () => stopProcess(child) };
  await stopProcess(child);
  return explainExit(outcome, lines);
}

/** Keeps the last lines of both outputs, for the message of a failed start. */
function collectLines(child: ChildProcess, log?: (line: string) => void): string[] {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    logLines(stream, (line) => {
      lines.push(line);
      if (lines.length > LAST_LINES) lines.shift();
      log?.(line);
    });
  }
  return lines;
}

async function waitUntilReady(child: ChildProcess, port: number, timeoutMs: number): Promise<StartOutcome> {
  let ended: StartOutcome | undefined;
  child.once('error', (error) => {
    ended = { error };
  });
  // 'close', not 'exit': by then its last lines have been read.
  child.once('close', (code, signal) => {
    ended ??= { exit: signal ?? `status ${code}` };
  });
  const deadline = Date.now() + timeoutMs;
  while (ended === undefined) {
    if ((await answers(port)) && isAlive(child) && ownsPort(child.pid ?? 0, port)) return 'ready';
    if (Date.now() > deadline) return { timeoutMs };
    await delay(15);
  }
  return ended;
}

function isAlive(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

async function answers(port: number): Promise<boolean> {
  try {
    const reply = await request(`http://127.0.0.1:${port}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-target': 'DynamoDB_20120810.ListTables',
        authorization:
          'AWS4-HMAC-SHA256 Credential=readycheck/20200101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
      },
      body: '{}',
      headersTimeout: 5_000,
      bodyTimeout: 5_000,
    });
    return Array.isArray(((await reply.body.json()) as { TableNames?: unknown }).TableNames);
  } catch {
    return false; // Not listening yet; the caller goes on until the process ends or time is up.
  }
}
