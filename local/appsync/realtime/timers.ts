/** Cancels what it was given for; harmless when that has already happened. */
export type Cancel = () => void;

/** The passing of time, so that a test need not wait for a day. */
export type Timers = {
  every(ms: number, run: () => void): Cancel;
  after(ms: number, run: () => void): Cancel;
};

/** Unreferenced: a waiting timer keeps no process alive. */
export const realTimers: Timers = {
  every(ms, run) {
    const timer = setInterval(run, ms).unref();
    return () => clearInterval(timer);
  },
  after(ms, run) {
    const timer = setTimeout(run, ms).unref();
    return () => clearTimeout(timer);
  },
};
