/** The time of day and waiting for it, so that a test need not wait for a reminder of next month. */
export type Clock = {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls `run` once, when that time has come; at once when it is past. Answers the function that calls it off. */
  at(time: number, run: () => void): () => void;
};

/** Node's timers count in 32 bits: a longer wait is cut into pieces. */
const LONGEST_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: Date.now,
  at(time, run) {
    let timer: NodeJS.Timeout;
    const wait = (): void => {
      const left = time - Date.now();
      timer = setTimeout(left > LONGEST_MS ? wait : run, Math.min(Math.max(left, 0), LONGEST_MS)).unref();
    };
    wait();
    return () => clearTimeout(timer);
  },
};
