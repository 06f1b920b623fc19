/** One line that a function printed, or that was noted about it. */
export type LogLine = {
  /** Counts the function's lines from 0; it never comes back, whatever has been forgotten. */
  number: number;
  /** Epoch milliseconds. */
  at: number;
  text: string;
};

export type FunctionLogs = {
  append(functionName: string, text: string): void;
  /** Up to `limit` lines from line `number` on, oldest first. Lines that are forgotten are passed over. */
  from(functionName: string, number: number, limit: number): LogLine[];
  /** The newest lines, oldest of them first. */
  last(functionName: string, limit: number): LogLine[];
  /** The number that the function's next line will have. */
  next(functionName: string): number;
};

type Log = { lines: LogLine[]; characters: number; next: number };

/** What is kept of each function at least; twice as much at most, so that forgetting is seldom. */
const KEPT_LINES = 5_000;
const KEPT_CHARACTERS = 500_000;
/** Of one line: CloudWatch Logs cuts events at 256 KB ("CloudWatch Logs quotas"). */
const MOST_CHARACTERS = 256 * 1024;

/** The last lines of every function, in memory. */
export function createFunctionLogs(now: () => number = Date.now): FunctionLogs {
  const logs = new Map<string, Log>();
  const linesOf = (functionName: string): LogLine[] => logs.get(functionName)?.lines ?? [];
  return {
    append(functionName, text) {
      const log = logs.get(functionName) ?? { lines: [], characters: 0, next: 0 };
      logs.set(functionName, log);
      const line = { number: log.next, at: now(), text: text.slice(0, MOST_CHARACTERS) };
      log.next += 1;
      log.lines.push(line);
      log.characters += line.text.length;
      if (log.lines.length > 2 * KEPT_LINES || log.characters > 2 * KEPT_CHARACTERS) forget(log);
    },
    from(functionName, number, limit) {
      const lines = linesOf(functionName);
      const first = Math.max(0, number - (lines[0]?.number ?? 0));
      return lines.slice(first, first + limit);
    },
    last(functionName, limit) {
      const lines = linesOf(functionName);
      return lines.slice(Math.max(0, lines.length - limit));
    },
    next: (functionName) => logs.get(functionName)?.next ?? 0,
  };
}

/** Leaves the newest lines, as many as are to be kept. */
function forget(log: Log): void {
  let first = log.lines.length;
  let characters = 0;
  while (first > 0 && log.lines.length - first < KEPT_LINES) {
    const length = log.lines[first - 1]?.text.length ?? 0;
    if (characters + length > KEPT_CHARACTERS) break;
    characters += length;
    first -= 1;
  }
  log.lines = log.lines.slice(first);
  log.characters = characters;
}
