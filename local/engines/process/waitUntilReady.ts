import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { ownsPort } from '../ownsPort.ts';

/** How a start ended: the engine answers; or the spawn's error, an exit, a time-out. */
export type StartOutcome = 'ready' | { error: Error } | { exit: string } | { timeoutMs: number };

/** Waits until the process listens on the port and answers there, or until that can no longer happen. */
export async function waitUntilReady(
  child: ChildProcess,
  port: number,
  answers: (port: number) => Promise<boolean>,
  timeoutMs: number,
): Promise<StartOutcome> {
  let ended: StartOutcome | undefined;
  child.once('error', (error) => {
    ended = { error };
  });
  // 'close', not 'exit': by then its last lines have been read.
  child.once('close', (code, signal) => {
    ended ??= { exit: exitText(code, signal) };
  });
  const deadline = Date.now() + timeoutMs;
  while (ended === undefined) {
    if ((await answers(port)) && isAlive(child) && ownsPort(child.pid ?? 0, port)) return 'ready';
    if (Date.now() > deadline) return { timeoutMs };
    await delay(15);
  }
  return ended;
}

export const isAlive = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

/** `status 1` or `SIGKILL`. */
export const exitText = (code: number | null, signal: NodeJS.Signals | null): string => signal ?? `status ${code}`;
