import type { ChildProcess } from 'node:child_process';
import { logLines } from '../logLines.ts';

const LAST_LINES = 30;

/** Keeps the last lines of both outputs, for the message of a failed start. */
export function lastLines(child: ChildProcess, log?: (line: string) => void): string[] {
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
