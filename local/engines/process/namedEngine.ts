/** An engine that a person started and named by a variable: used, and left as it is. */
export type NamedEngine = {
  readonly port: number;
  /** It is not our process. */
  readonly pid: null;
  /** Does nothing. */
  stop(): Promise<void>;
  /** @throws always */
  kill(): Promise<void>;
  /** @throws always */
  restart(): Promise<void>;
};

/** @param variable where its address comes from */
export function named(variable: string, port: number): NamedEngine {
  const refuse = (): Promise<never> =>
    Promise.reject(new Error(`${variable} names this engine: it is not ours to end.`));
  return { port, pid: null, stop: () => Promise.resolve(), kill: refuse, restart: refuse };
}
