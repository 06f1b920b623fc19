import type { LambdaHost } from '../../../lambda/definition.ts';

/** A function host that knows how much it is asked to do. */
export type CountedHost = LambdaHost & {
  /** Invocations asked for so far, asynchronous ones among them. */
  started(): number;
  /** Those that somebody waits for. */
  running(): number;
};

export function countInvocations(host: LambdaHost): CountedHost {
  let started = 0;
  let running = 0;
  return {
    ...host,
    invoke: async (invocation) => {
      started += 1;
      running += 1;
      try {
        return await host.invoke(invocation);
      } finally {
        running -= 1;
      }
    },
    started: () => started,
    running: () => running,
  };
}
