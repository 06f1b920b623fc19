/** Lets so many pieces of work run at once. */
export type Slots = {
  /** Resolves when one more may start. */
  free(): Promise<void>;
  /** Starts one; its errors are its own business. */
  run(work: () => Promise<void>): void;
  /** Resolves when none is running. */
  ended(): Promise<void>;
};

export function createSlots(limit: number): Slots {
  const running = new Set<Promise<void>>();
  return {
    free: async () => {
      while (running.size >= limit) await Promise.race(running);
    },
    run: (work) => {
      const done = work().finally(() => running.delete(done));
      running.add(done);
    },
    ended: async () => {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
