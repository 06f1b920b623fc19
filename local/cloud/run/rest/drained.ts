import { setTimeout as delay } from 'node:timers/promises';
import type { Cloud } from '../../contract.ts';
import type { CountedHost } from './countInvocations.ts';

/** Something that works after a write: a stream, a queue, state machines. */
export type Worker = {
  /** For people. */
  name: string;
  /** What it has still to do; 0 is at rest. */
  pending(): Promise<number> | number;
};

const DEFAULT_TIMEOUT_MS = 60_000;
const LOOK_EVERY_MS = 10;

/**
 * Waits until everything is at rest at the same time. Workers answer at different moments, and one may hand work to
 * another that has answered before: so all must be at rest twice in a row, and no function invoked in between.
 */
export function createDrained(workers: readonly Worker[], functions: CountedHost): Cloud['drained'] {
  const all: Worker[] = [
    ...workers,
    { name: 'function invocations', pending: functions.running },
    { name: 'asynchronous invocations', pending: async () => ((await isSettled(functions.eventsDrained())) ? 0 : 1) },
  ];

  return async ({ timeoutMs = DEFAULT_TIMEOUT_MS } = {}) => {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const before = functions.started();
      let busy = await whoIsBusy(all, deadline);
      if (busy.length === 0) busy = await whoIsBusy(all, deadline);
      if (busy.length === 0 && functions.started() === before) return;
      if (Date.now() >= deadline) throw new Error(notAtRest(busy, timeoutMs));
      await delay(LOOK_EVERY_MS);
    }
  };
}

function notAtRest(busy: readonly string[], timeoutMs: number): string {
  const who = busy.length === 0 ? 'functions are invoked all the time' : busy.join(', ');
  return `The cloud is not at rest after ${timeoutMs} ms: ${who}.`;
}

/** Each with what it has to do. One that does not answer by the deadline counts as busy, as does one that fails. */
async function whoIsBusy(workers: readonly Worker[], deadline: number): Promise<string[]> {
  const asked = workers.map(async ({ name, pending }) => {
    const late = new AbortController();
    try {
      const noAnswer = delay(Math.max(1, deadline - Date.now()), 'no answer', { signal: late.signal });
      noAnswer.catch(() => undefined); // It is called off once there is an answer.
      const left = await Promise.race([pending(), noAnswer]);
      return left === 0 ? [] : [`${name}: ${left}`];
    } catch (error) {
      return [`${name}: ${String(error)}`];
    } finally {
      late.abort();
    }
  });
  return (await Promise.all(asked)).flat();
}

/** Has the promise resolved already? */
function isSettled(promise: Promise<void>): Promise<boolean> {
  const soon = new Promise<boolean>((resolve) => setImmediate(() => resolve(false)));
  return Promise.race([promise.then(() => true), soon]);
}
