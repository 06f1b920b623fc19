import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/**
 * Ends a child process and resolves when it is gone: SIGTERM first, SIGKILL when it is still there after `graceMs`.
 * A child that has ended already, or never began, is fine.
 */
export async function stopProcess(child: ChildProcess, graceMs = 5_000): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  const hardly = setTimeout(() => child.kill('SIGKILL'), graceMs);
  child.kill('SIGTERM');
  await exited;
  clearTimeout(hardly);
}
