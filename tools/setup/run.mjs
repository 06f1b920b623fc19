import { spawn } from 'node:child_process';

/**
 * Runs a program to its end and keeps what it writes. It gets a process group of its own, so that a time-out or Ctrl-C
 * ends its children too.
 * @param {string} program
 * @param {string[]} args
 * @param {{timeoutMs: number, cwd?: string, env?: NodeJS.ProcessEnv}} options
 * @returns {Promise<{code: number, output: string}>} `code` is 127 when there is no such program, 124 after a time-out
 */
export function run(program, args, { timeoutMs, cwd, env = process.env }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let timedOut = false;
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const timer = setTimeout(() => {
      timedOut = true;
      killGroup(child.pid);
    }, timeoutMs);
    const interrupt = () => {
      killGroup(child.pid);
      process.exit(130);
    };
    process.once('SIGINT', interrupt);
    process.once('SIGTERM', interrupt);
    const finish = (/** @type {number} */ code) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt);
      process.off('SIGTERM', interrupt);
      const stopped = `\nstopped after ${Math.round(timeoutMs / 1000)} s`;
      resolve(timedOut ? { code: 124, output: output + stopped } : { code, output });
    };
    child.once('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.once('close', (code) => finish(code ?? 1));
  });
}

/** @param {number | undefined} pid */
function killGroup(pid) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    // ESRCH: it ended by itself in the meantime. EPERM: sudo made it root's, and only its own end ends it.
    if (!['ESRCH', 'EPERM'].includes(/** @type {NodeJS.ErrnoException} */ (error).code ?? '')) throw error;
  }
}

/** The ends of a program's output, enough to see why it failed: npm says it first, apt last. @param {string} output */
export function excerpt(output) {
  const lines = output.trimEnd().split('\n');
  return (lines.length <= 40 ? lines : [...lines.slice(0, 20), '[...]', ...lines.slice(-20)]).join('\n');
}
