/** Starts jobs in the order they come. */
export type Pump = (job: () => Promise<void>) => Promise<void>;

const BURST = 50;

/**
 * A pump that lets the event loop turn after every few jobs it has started: a publication to thousands of
 * subscribers must not keep requests waiting meanwhile. It does not wait for a job to end before it starts the next.
 */
export function createPump(): Pump {
  const waiting: (() => void)[] = [];
  let turning = false;

  const turn = (): void => {
    for (const start of waiting.splice(0, BURST)) start();
    turning = waiting.length > 0;
    if (turning) setImmediate(turn);
  };

  return (job) =>
    new Promise((resolve, reject) => {
      waiting.push(() => void job().then(resolve, reject));
      if (turning) return;
      turning = true;
      queueMicrotask(turn);
    });
}
