import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { request } from 'undici';
import { dynamoDbFolder, javaArguments, javaCommand } from './dynamodb/command.ts';
import { explainExit } from './dynamodb/explain.ts';
import { type RunningEngine, startEngine } from './process/startEngine.ts';

export type DynamoDbOptions = {
  /** A folder (made when missing) whose tables survive a restart; null keeps everything in memory. */
  dataFolder: string | null;
  /** Java heap in MiB; default 512. */
  heapMiB?: number;
  /** Gets what the engine prints, line by line. */
  log?(line: string): void;
  /** Called with one line when the engine ends without having been told to. */
  onExit?(line: string): void;
  /** How long the engine may take until it answers; default 30,000 ms. */
  startTimeoutMs?: number;
};

export type DynamoDbEngine = RunningEngine & { url: string };

/**
 * Starts Amazon's DynamoDB Local on a free port and waits until it answers a call.
 * It dies with this process, also when this process is killed hard.
 *
 * @throws {EngineStartError} no Java, a Java that is too old, died or did not answer in time; with its last lines
 */
export async function startDynamoDb(options: DynamoDbOptions): Promise<DynamoDbEngine> {
  const { heapMiB = 512, startTimeoutMs = 30_000, log, onExit } = options;
  // Java runs in a folder of its own, where a relative path would mean something else.
  const dataFolder = options.dataFolder === null ? null : resolve(options.dataFolder);
  if (dataFolder !== null) mkdirSync(dataFolder, { recursive: true });
  const engine = await startEngine({
    name: 'DynamoDB Local',
    command: (port) => ({
      program: javaCommand(),
      args: javaArguments({ port, heapMiB, dataFolder }),
      cwd: dynamoDbFolder(),
    }),
    answers,
    explain: explainExit,
    startTimeoutMs,
    log,
    onExit,
  });
  return Object.assign(engine, { url: `http://127.0.0.1:${engine.port}` });
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
