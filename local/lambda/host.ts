import { availableParallelism } from 'node:os';
import { randomUUID } from 'node:crypto';
import { AwsServiceError, type LambdaReply } from '../appsync/definition.ts';
import type { Principals } from '../iam/principals.ts';
import { checkDefinition } from './check.ts';
import type { Invocation, LambdaDefinition, LambdaHost } from './definition.ts';
import { startEnvironment } from './environment/environment.ts';
import { createEventQueue } from './events.ts';
import { checkRequestSize, checkResponseSize } from './limits.ts';
import type { FunctionLogs } from './logs/functionLogs.ts';
import { functionName } from './names.ts';
import { createPool, type Pool } from './pool.ts';

/**
 * Two for each processor, and four at least: with ten, starting processes took what the work needed (a slice of the replay
 * with all consumers took 27 s, with four 19 s, with two 28 s, on two processors).
 */
const DEFAULT_CONCURRENCY = Math.max(4, 2 * availableParallelism());

export type LambdaHostOptions = {
  /** What functions get as `AWS_ENDPOINT_URL`. */
  endpointUrl: string;
  region: string;
  accountId: string;
  principals: Principals;
  /** Gets what functions print, each line with the function's name before it. */
  log(line: string): void;
  /** Keeps what functions print, and a line about each invocation. */
  logs?: FunctionLogs;
  /** Environments a function without reserved concurrency may have at once; default {@link DEFAULT_CONCURRENCY}. */
  concurrency?: number;
  /** How long a call waits for one of them before it is throttled; default 20,000 ms. */
  queueTimeoutMs?: number;
  /** After how long without work an environment ends; default 120,000 ms. */
  idleMs?: number;
  /** Before the second and the third try of an asynchronous invocation; default a minute and two, as on AWS. */
  eventRetryDelaysMs?: readonly [number, number];
};

type Hosted = { definition: LambdaDefinition; pool: Pool };

/** Runs the template's functions, each invocation in a process of its own while it lasts. */
export function createLambdaHost(options: LambdaHostOptions): LambdaHost {
  const { region, accountId, eventRetryDelaysMs = [60_000, 120_000] } = options;
  const functions = new Map<string, Hosted>();
  const events = createEventQueue({ retryDelaysMs: eventRetryDelaysMs, log: printTo(options) });

  const hosted = (nameOrArn: string): Hosted => {
    const name = functionName(nameOrArn);
    const found = functions.get(name);
    if (found !== undefined) return found;
    const arn = `arn:aws:lambda:${region}:${accountId}:function:${name}`;
    throw new AwsServiceError('ResourceNotFoundException', `Function not found: ${arn}`, 404);
  };

  const invoke = async (invocation: Invocation): Promise<LambdaReply> => {
    const { functionArn, payload, invocationType, signal, requestId = randomUUID() } = invocation;
    const { definition, pool } = hosted(functionArn);
    const body = JSON.stringify(payload) ?? '{}';
    checkRequestSize(body, invocationType);
    if (invocationType === 'DryRun') return { payload: null };
    if (invocationType === 'Event') {
      events.push({ definition, requestId, payload, run: () => runOnce(pool, 'queue', requestId, body) });
      return { payload: null };
    }
    return abortable(runOnce(pool, 'limited', requestId, body), signal);
  };

  return {
    register: (definition) => {
      checkDefinition(definition);
      if (functions.has(definition.name)) throw new Error(`There is a function ${definition.name} already.`);
      functions.set(definition.name, { definition, pool: poolOf(definition, options) });
    },
    unreservedConcurrency: options.concurrency ?? DEFAULT_CONCURRENCY,
    find: (name) => functions.get(functionName(name))?.definition,
    invoke,
    eventsDrained: events.drained,
    stop: async () => {
      events.stop();
      await Promise.all(Array.from(functions.values(), ({ pool }) => pool.stop()));
    },
  };
}

function poolOf(definition: LambdaDefinition, options: LambdaHostOptions): Pool {
  const {
    principals,
    region,
    endpointUrl,
    logs,
    concurrency = DEFAULT_CONCURRENCY,
    queueTimeoutMs = 20_000,
    idleMs = 120_000,
  } = options;
  const print = printTo(options);
  const credentials = principals.assume(definition.roleArn, definition.name);
  const settings = {
    definition,
    credentials,
    region,
    endpointUrl,
    log: (line: string) => print(definition.name, line),
    report: (line: string) => logs?.append(definition.name, line),
  };
  return createPool({
    name: definition.name,
    reservedConcurrency: definition.reservedConcurrency,
    unreservedLimit: concurrency,
    queueTimeoutMs,
    idleMs,
    start: (onExit) => startEnvironment({ ...settings, onExit }),
  });
}

/** Where a function's lines go: to whoever watches, and into its log. */
function printTo({ log, logs }: Pick<LambdaHostOptions, 'log' | 'logs'>): (functionName: string, line: string) => void {
  return (functionName, line) => {
    logs?.append(functionName, line);
    log(`${functionName}: ${line}`);
  };
}

async function runOnce(
  pool: Pool,
  patience: 'queue' | 'limited',
  requestId: string,
  body: string,
): Promise<LambdaReply> {
  const { failed, body: result } = checkResponseSize(await pool.use(patience, (one) => one.run({ requestId, body })));
  const payload: unknown = result === '' ? null : JSON.parse(result);
  return failed ? { payload, functionError: 'Unhandled' } : { payload };
}

/** The caller may stop waiting; the function goes on, as on AWS. */
function abortable<Result>(work: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
