import type { Timers } from '../timers.ts';

export type ManualTimers = Timers & { advance(ms: number): void };

type Due = { at: number; every: number | null; run: () => void };

/** Timers for tests: time passes only by `advance`. */
export function createManualTimers(): ManualTimers {
  let now = 0;
  const waiting = new Set<Due>();
  const wait = (due: Due) => {
    waiting.add(due);
    return () => void waiting.delete(due);
  };
  const next = (until: number): Due | undefined =>
    [...waiting].filter((due) => due.at <= until).sort((a, b) => a.at - b.at)[0];
  return {
    every: (ms, run) => wait({ at: now + ms, every: ms, run }),
    after: (ms, run) => wait({ at: now + ms, every: null, run }),
    advance(ms) {
      const until = now + ms;
      for (let due = next(until); due !== undefined; due = next(until)) {
        now = due.at;
        if (due.every === null) waiting.delete(due);
        else due.at += due.every;
        due.run();
      }
      now = until;
    },
  };
}
