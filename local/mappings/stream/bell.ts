/** Lets one loop sleep until there is something to do. */
export type Bell = {
  /** Wakes the loop, if it sleeps. */
  ring(): void;
  /** Resolves at the ring, after `ms`, or when the signal is given; never rejects. */
  wait(ms?: number): Promise<void>;
};

export function createBell(signal: AbortSignal): Bell {
  let wake = (): void => {};
  const ring = (): void => wake();
  signal.addEventListener('abort', ring, { once: true });
  return {
    ring,
    wait: (ms) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}
