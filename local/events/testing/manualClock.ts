import type { Clock } from '../clock.ts';

export type ManualClock = Clock & {
  /** Lets time pass, and everything happen that is due by then, in order. */
  advanceTo(time: number): void;
};

/** A clock for tests that stands still until it is told. */
export function createManualClock(start: number): ManualClock {
  let now = start;
  const waiting = new Set<{ time: number; run: () => void }>();
  const nextDue = (until: number) =>
    [...waiting].filter(({ time }) => time <= until).sort((a, b) => a.time - b.time)[0];
  return {
    now: () => now,
    at(time, run) {
      const entry = { time, run };
      waiting.add(entry);
      return () => void waiting.delete(entry);
    },
    advanceTo(time) {
      for (let due = nextDue(time); due !== undefined; due = nextDue(time)) {
        waiting.delete(due);
        now = Math.max(now, due.time);
        due.run();
      }
      now = time;
    },
  };
}
