import { type ChildProcess, spawn } from 'node:child_process';

const TIMEOUT_MS = 20 * 60_000;

const running = new Set<ChildProcess>();

export type ProgramOptions = { cwd: string; env: NodeJS.ProcessEnv; timeoutMs?: number };

/**
 * Runs a program to its end and keeps what it writes, in the order of writing. It leads a process group, so that a
 * time-out ends its children too.
 * @returns the exit code: 124 after the time-out, 127 when it cannot be started
 */
export function runProgram(
  program: string,
  args: string[],
  { cwd, env, timeoutMs = TIMEOUT_MS }: ProgramOptions,
): Promise<{ code: number; output: string }> {
  const { promise, resolve } = Promise.withResolvers<{ code: number; output: string }>();
  const child = spawn(program, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  let ended = 0;
  const timer = setTimeout(() => {
    ended = 124;
    chunks.push(Buffer.from(`\nended after ${timeoutMs / 1000} s\n`));
    endGroup(child);
  }, timeoutMs);
  const finish = (code: number) => {
    clearTimeout(timer);
    running.delete(child);
    resolve({ code, output: Buffer.concat(chunks).toString() });
  };
  running.add(child);
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.once('error', (error) => {
    chunks.push(Buffer.from(error.message));
    finish(127);
  });
  child.once('close', (code) => finish(ended || (code ?? 1)));
  return promise;
}

/** Ends whatever still runs, for example at Ctrl-C: in groups of their own, programs do not hear that. */
export function endPrograms(): void {
  for (const child of running) endGroup(child);
}

function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // It ended by itself in the meantime.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
