import { describe, expect, it } from 'vitest';
import type { LambdaHost } from '../../../lambda/definition.ts';
import { countInvocations } from './countInvocations.ts';
import { createDrained } from './drained.ts';

/** A host whose function does `work`, and whose events are never all done when `events` says so. */
function hostOf(work: () => Promise<void>, events: Promise<void> = Promise.resolve()): LambdaHost {
  return {
    register: () => {},
    find: () => undefined,
    unreservedConcurrency: 1,
    invoke: async () => (await work(), { payload: null }),
    eventsDrained: () => events,
    stop: () => Promise.resolve(),
  };
}
const atRest = countInvocations(hostOf(() => Promise.resolve()));
const invocation = { functionArn: 'f', payload: {}, invocationType: 'RequestResponse' } as const;

describe('drained', () => {
  it('resolves when all are at rest', async () => {
    const looks = [3, 2, 0, 1, 0, 0];
    const pending = (): number => looks.shift() ?? 0;
    await createDrained([{ name: 'stream', pending }], atRest)();
    expect(looks).toEqual([]);
  });

  it('says after its time who still works', async () => {
    const workers = [
      { name: 'busy', pending: () => 7 },
      { name: 'idle', pending: () => Promise.resolve(0) },
      { name: 'broken', pending: () => Promise.reject(new Error('no stream')) },
      { name: 'silent', pending: () => new Promise<number>(() => {}) },
    ];
    await expect(createDrained(workers, atRest)({ timeoutMs: 50 })).rejects.toThrow(
      'The cloud is not at rest after 50 ms: busy: 7, broken: Error: no stream, silent: no answer.',
    );
  });

  it('waits for functions that run, and for asynchronous ones', async () => {
    let finish = (): void => {};
    const functions = countInvocations(hostOf(() => new Promise((resolve) => (finish = resolve))));
    const call = functions.invoke(invocation);
    await expect(createDrained([], functions)({ timeoutMs: 30 })).rejects.toThrow('function invocations: 1');
    finish();
    await call;
    await createDrained([], functions)();
    const never = countInvocations(hostOf(() => Promise.resolve(), new Promise(() => {})));
    await expect(createDrained([], never)({ timeoutMs: 30 })).rejects.toThrow('asynchronous invocations: 1');
  });

  it('is not deceived by work that is handed on between two looks', async () => {
    // The work lies always with the one that is not asked just now, until it has been handed on ten times.
    let hops = 0;
    const functions = countInvocations(hostOf(() => Promise.resolve()));
    const handOn = async (): Promise<number> => {
      if (hops < 10) {
        hops += 1;
        await functions.invoke(invocation);
      }
      return 0;
    };
    await createDrained(
      [
        { name: 'a', pending: handOn },
        { name: 'b', pending: handOn },
      ],
      functions,
    )();
    expect(hops).toBe(10);
  });
});
