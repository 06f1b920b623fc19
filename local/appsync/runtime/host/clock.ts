/** Epoch milliseconds. */
export type Clock = () => number;

let current: Clock | null = null;

/** Runs with another clock than the machine's. Handlers are synchronous, so no other API's handler runs in between. */
export function byClock<T>(clock: Clock | null, run: () => T): T {
  const before = current;
  current = clock;
  try {
    return run();
  } finally {
    current = before;
  }
}

/** What the clock of the handler that runs says. The machine's goes through Date at each call, so that a test's fake clock counts too. */
export function now(): number {
  return current ? current() : Date.now();
}
