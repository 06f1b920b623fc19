/**
 * Kills helper processes when this process is gone, however it went.
 *
 * `process.on('exit')` never runs after SIGKILL or an out-of-memory kill, and PR_SET_PDEATHSIG exists on Linux only. So one
 * small shell per process holds the reading end of a pipe whose only writer is this process: when the pipe ends, whatever
 * is still on its list is killed. It needs nothing but a POSIX `sh`.
 */
import { spawn, type ChildProcess } from 'node:child_process';

// Ctrl-C reaches the whole process group: the guardian must outlive its parent by a moment, so it ignores the signals.
const SCRIPT = `
trap '' INT TERM HUP
guarded=' '
while read -r verb pid; do
  case $verb in
    guard) guarded="$guarded$pid " ;;
    release) guarded="\${guarded%% $pid *} \${guarded#* $pid }" ;;
  esac
done
for pid in $guarded; do kill -9 "$pid" 2>/dev/null; done
`;

let guardian: ChildProcess | undefined;
const guarded = new Set<number>();

/** Puts a child under guard until it exits by itself. Call it right after `spawn`, before anything is awaited. */
export function guard(child: ChildProcess): void {
  const { pid } = child;
  if (pid === undefined) return; // The spawn failed: the caller hears of it by the child's own 'error' event.
  guarded.add(pid);
  tell(`guard ${pid}`);
  child.once('exit', () => {
    guarded.delete(pid);
    tell(`release ${pid}`);
  });
}

function tell(line: string): void {
  guardian ??= startGuardian();
  guardian.stdin?.write(`${line}\n`);
}

function startGuardian(): ChildProcess {
  const shell = spawn('/bin/sh', ['-c', SCRIPT], { stdio: ['pipe', 'ignore', 'ignore'] });
  // Neither the shell nor its pipe may keep this process alive: ending is the very event they wait for.
  shell.unref();
  (shell.stdin as unknown as { unref(): void }).unref();
  // A guardian that someone killed is replaced at the next call; a broken pipe says the same thing a second time.
  shell.stdin?.on('error', () => {});
  shell.once('exit', () => {
    guardian = undefined;
    for (const pid of guarded) tell(`guard ${pid}`);
  });
  return shell;
}
