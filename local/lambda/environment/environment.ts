import { spawn, type ChildProcess } from 'node:child_process';
import { guard } from '../../engines/guardian.ts';
import { logLines } from '../../engines/logLines.ts';
import { stopProcess } from '../../engines/stopProcess.ts';
import type { Credentials } from '../../iam/credentials.ts';
import type { LambdaDefinition } from '../definition.ts';
import { reportLine } from '../logs/reportLine.ts';
import { bootstrapCode } from './bootstrapCode.ts';
import { exited, notStarted, timedOut, type Outcome } from './outcome.ts';
import { startRuntimeApi } from './runtimeApi.ts';
import { environmentVariables } from './variables.ts';

/** One process of a function. It takes one invocation at a time and is used again while it lives. */
export type ExecutionEnvironment = {
  run(request: { requestId: string; body: string }): Promise<Outcome>;
  /** False once it is being killed or has ended: it must not be used again. */
  usable(): boolean;
  stop(): Promise<void>;
};

export type EnvironmentSettings = {
  definition: LambdaDefinition;
  credentials: Credentials;
  region: string;
  endpointUrl: string;
  log(line: string): void;
  /** Gets a line about each invocation that is over. */
  report(line: string): void;
  /** Called once, when the process is gone for whatever reason. */
  onExit(): void;
};

/** Lambda gives initialization this long by itself, apart from the function's time-out. */
const INIT_SECONDS = 10;

/** Starts a process; the first `run` waits for it to be initialized. */
export async function startEnvironment(settings: EnvironmentSettings): Promise<ExecutionEnvironment> {
  const { definition } = settings;
  let current: { requestId: string; resolve(outcome: Outcome): void; answer?: Outcome } | null = null;
  let timer: NodeJS.Timeout | undefined;
  let ended: ((requestId: string) => Outcome) | null = null;

  const settle = (outcome: (requestId: string) => Outcome): void => {
    clearTimeout(timer);
    const settled = current;
    current = null;
    settled?.resolve(settled.answer ?? outcome(settled.requestId));
  };
  /** A function that overran cannot be stopped kindly: it may be in an endless loop. */
  const limit = (seconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      child.kill('SIGKILL');
      ended = (requestId) => timedOut(requestId, seconds);
      settle(ended);
    }, seconds * 1000);
  };

  const api = await startRuntimeApi({
    // A run is over when the process asks for more, or has ended: in between nobody knows which of the two it will be.
    onNext: () => {
      const answer = current?.answer;
      if (answer !== undefined) settle(() => answer);
      else if (current === null) clearTimeout(timer);
    },
    onResult: (requestId, outcome) => {
      // A late answer of an invocation that is over already must not be taken for the present one's.
      if (current?.requestId === requestId) current.answer = outcome;
    },
    onInitError: (body) => {
      ended = () => ({ failed: true, body });
      settle(ended);
    },
  });
  const child = startProcess(settings, api.address, await bootstrapCode());
  limit(INIT_SECONDS);
  const finish = (how: (requestId: string) => Outcome): void => {
    api.close();
    ended ??= how;
    settle(ended);
    settings.onExit();
  };
  child.once('exit', (code, signal) => finish((requestId) => exited(requestId, code, signal)));
  child.once('error', (error) => finish((requestId) => notStarted(requestId, error)));

  const run: ExecutionEnvironment['run'] = ({ requestId, body }) =>
    new Promise((resolve) => {
      if (ended !== null) return resolve(ended(requestId));
      // Counted from here only where the process never takes it.
      let taken = performance.now();
      current = {
        requestId,
        resolve: (outcome) => {
          settings.report(reportLine(requestId, performance.now() - taken, outcome));
          resolve(outcome);
        },
      };
      const begin = (): number => {
        taken = performance.now();
        limit(definition.timeoutSeconds);
        return Date.now() + definition.timeoutSeconds * 1000;
      };
      api.handOver({ requestId, body, functionArn: definition.arn, begin });
    });

  return { run, usable: () => ended === null, stop: () => stopProcess(child, 0) };
}

function startProcess(settings: EnvironmentSettings, runtimeApi: string, bootstrap: string): ChildProcess {
  const { definition, log } = settings;
  // V8's own limit must strike before the machine's: a tenth is left for what is not in the heap.
  const heap = Math.floor(definition.memoryMiB * 0.9);
  const child = spawn(process.execPath, [`--max-old-space-size=${heap}`, '--input-type=module', '--eval', bootstrap], {
    cwd: definition.codeFolder,
    env: environmentVariables(definition, { ...settings, runtimeApi }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  guard(child);
  logLines(child.stdout, log);
  logLines(child.stderr, log);
  return child;
}
