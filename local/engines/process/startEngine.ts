import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../freePort.ts';
import { guard } from '../guardian.ts';
import { stopProcess } from '../stopProcess.ts';
import { EngineStartError } from './errors.ts';
import { lastLines } from './lastLines.ts';
import { exitText, isAlive, type StartOutcome, waitUntilReady } from './waitUntilReady.ts';

type Command = { program: string; args: string[]; cwd?: string; env?: NodeJS.ProcessEnv };

/** One kind of engine: how it is started on a port, and how one sees that it is up. */
export type EngineKind = {
  /** As a person reads it: `Redis`. */
  name: string;
  command(port: number): Command;
  /** Does it answer on the port? Never throws. */
  answers(port: number): Promise<boolean>;
  /** What a start that failed tells a person. `lines` are the last lines that the engine printed. */
  explain(outcome: Exclude<StartOutcome, 'ready'>, lines: string[]): EngineStartError;
  startTimeoutMs: number;
  /** Gets what the engine prints, line by line. */
  log?: ((line: string) => void) | undefined;
  /** Called when it has been stopped, or its start has failed: takes away what it leaves behind. */
  cleanUp?(): void;
  /** Called with one line when the engine ends without having been told to. */
  onExit?: ((line: string) => void) | undefined;
};

/** An engine that was started, or can be started again in its place. */
export type RunningEngine = {
  readonly port: number;
  /** Of its present process. */
  readonly pid: number;
  /** Ends it for good, in good order. A second call is fine. */
  stop(): Promise<void>;
  /** Ends it at once, as a crash would: nothing is written any more. {@link RunningEngine.restart} brings it back. */
  kill(): Promise<void>;
  /** Starts it again on the same port, stopping it first where it still runs. @throws {EngineStartError} */
  restart(): Promise<void>;
};

const PORT_ATTEMPTS = 4;

/**
 * Starts an engine and waits until it answers. It dies with this process, also when this process is killed hard.
 * @param port the port it must have; without one it gets a free one
 * @throws {EngineStartError}
 */
export async function startEngine(kind: EngineKind, port?: number): Promise<RunningEngine> {
  let taken = port ?? (await freePort());
  for (let attempt = 1; ; attempt += 1) {
    const started = await launch(kind, taken);
    if (!(started instanceof EngineStartError)) return new Supervised(kind, taken, started);
    // Someone may take the free port between asking for it and the engine's bind.
    if (!isPortTaken(started) || attempt === PORT_ATTEMPTS) {
      kind.cleanUp?.();
      throw started;
    }
    if (port === undefined) taken = await freePort();
    else await delay(100 * attempt);
  }
}

class Supervised implements RunningEngine {
  readonly port: number;
  readonly #kind: EngineKind;
  #child: ChildProcess;

  constructor(kind: EngineKind, port: number, child: ChildProcess) {
    this.#kind = kind;
    this.port = port;
    this.#child = child;
    this.#watch();
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  // Fields, so that they can be handed on without the engine itself.
  readonly stop = async (): Promise<void> => {
    await this.#end();
    this.#kind.cleanUp?.();
  };

  readonly kill = async (): Promise<void> => {
    this.#child.off('exit', this.#died);
    if (!isAlive(this.#child)) return;
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exited;
  };

  readonly restart = async (): Promise<void> => {
    await this.#end();
    this.#child = await launchAgain(this.#kind, this.port);
    this.#watch();
  };

  async #end(): Promise<void> {
    this.#child.off('exit', this.#died);
    await stopProcess(this.#child);
  }

  #watch(): void {
    if (isAlive(this.#child)) this.#child.once('exit', this.#died);
    else this.#died(this.#child.exitCode, this.#child.signalCode);
  }

  readonly #died = (code: number | null, signal: NodeJS.Signals | null): void => {
    this.#kind.onExit?.(`${this.#kind.name} has ended by itself (${exitText(code, signal)})`);
  };
}

/** On a port that somebody may have for a moment, as it was free meanwhile. @throws {EngineStartError} */
async function launchAgain(kind: EngineKind, port: number): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt += 1) {
    const started = await launch(kind, port);
    if (!(started instanceof EngineStartError)) return started;
    if (!isPortTaken(started) || attempt === PORT_ATTEMPTS) throw started;
    await delay(100 * attempt);
  }
}

async function launch(kind: EngineKind, port: number): Promise<ChildProcess | EngineStartError> {
  const { program, args, cwd, env } = kind.command(port);
  const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  guard(child);
  const lines = lastLines(child, kind.log);
  const outcome = await waitUntilReady(child, port, kind.answers, kind.startTimeoutMs);
  if (outcome === 'ready') return child;
  await stopProcess(child);
  return kind.explain(outcome, lines);
}

/** Did the start fail only because another process took the port? */
function isPortTaken(error: EngineStartError): boolean {
  return /Address already in use|Failed to bind/i.test(error.message);
}
