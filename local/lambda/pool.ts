import { AwsServiceError } from '../appsync/definition.ts';
import type { ExecutionEnvironment } from './environment/environment.ts';

export type Pool = {
  /**
   * Does `work` in a free environment, a warm one if there is one.
   * @param patience `queue` waits for as long as it takes, as events do
   * @throws {AwsServiceError} TooManyRequestsException
   */
  use<Result>(
    patience: 'queue' | 'limited',
    work: (environment: ExecutionEnvironment) => Promise<Result>,
  ): Promise<Result>;
  stop(): Promise<void>;
};

export type PoolSettings = {
  name: string;
  /** Undefined: up to `unreservedLimit` environments, and whoever comes next waits for a while. */
  reservedConcurrency: number | undefined;
  unreservedLimit: number;
  queueTimeoutMs: number;
  /** A warm environment that nobody used for so long is ended. */
  idleMs: number;
  /** `onExit` is called once, when the environment's process is gone. */
  start(onExit: () => void): Promise<ExecutionEnvironment>;
};

type Slot = { environment: Promise<ExecutionEnvironment>; idleTimer?: NodeJS.Timeout };
type Waiter = { take(slot: Slot): void; refuse(error: Error): void };

/** The execution environments of one function. */
export function createPool(settings: PoolSettings): Pool {
  const limit = settings.reservedConcurrency ?? settings.unreservedLimit;
  const slots = new Set<Slot>();
  const idle = new Set<Slot>();
  const waiters = new Set<Waiter>();
  let stopped = false;

  const open = (): Slot => {
    const slot: Slot = { environment: settings.start(() => gone(slot)) };
    slots.add(slot);
    slot.environment.catch(() => gone(slot)); // Whoever uses the slot gets the error itself.
    return slot;
  };

  const gone = (slot: Slot): void => {
    clearTimeout(slot.idleTimer);
    idle.delete(slot);
    if (!slots.delete(slot) || stopped) return;
    const waiter = firstOf(waiters);
    if (waiter !== undefined) waiter.take(open());
  };

  const release = (slot: Slot, environment: ExecutionEnvironment): void => {
    if (stopped || !environment.usable()) return; // Its end makes room for the next one.
    const waiter = firstOf(waiters);
    if (waiter !== undefined) return waiter.take(slot);
    idle.add(slot);
    slot.idleTimer = setTimeout(() => {
      idle.delete(slot);
      void environment.stop();
    }, settings.idleMs).unref();
  };

  const wait = (timeoutMs: number | null): Promise<Slot> =>
    new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(timer);
        waiters.delete(waiter);
      };
      const waiter: Waiter = {
        take: (slot) => (leave(), resolve(slot)),
        refuse: (error) => (leave(), reject(error)),
      };
      const timer =
        timeoutMs === null ? undefined : setTimeout(() => waiter.refuse(throttled(settings.name, false)), timeoutMs);
      waiters.add(waiter);
    });

  const acquire = (patience: 'queue' | 'limited'): Slot | Promise<Slot> => {
    if (stopped) throw stopping(settings.name);
    const warm = [...idle].at(-1); // The last one used: the others then grow old and end.
    if (warm !== undefined) {
      clearTimeout(warm.idleTimer);
      idle.delete(warm);
      return warm;
    }
    if (slots.size < limit) return open();
    if (limit === 0 || (patience === 'limited' && settings.reservedConcurrency !== undefined))
      throw throttled(settings.name, true);
    return wait(patience === 'queue' ? null : settings.queueTimeoutMs);
  };

  return {
    use: async (patience, work) => {
      const slot = await acquire(patience);
      const environment = await slot.environment;
      try {
        return await work(environment);
      } finally {
        release(slot, environment);
      }
    },
    stop: async () => {
      stopped = true;
      for (const waiter of waiters) waiter.refuse(stopping(settings.name));
      await Promise.allSettled(Array.from(slots, async (slot) => (await slot.environment).stop()));
    },
  };
}

/** Sets keep their order: the first is the one that has waited longest. */
function firstOf<Item>(set: Set<Item>): Item | undefined {
  return set.values().next().value;
}

function stopping(name: string): AwsServiceError {
  return new AwsServiceError('ServiceException', `The local cloud is stopping; ${name} is not run any more.`, 500);
}

function throttled(name: string, reserved: boolean): AwsServiceError {
  const Reason = reserved ? 'ReservedFunctionConcurrentInvocationLimitExceeded' : 'ConcurrentInvocationLimitExceeded';
  return new AwsServiceError('TooManyRequestsException', `Rate Exceeded. (${name})`, 429, { Reason });
}
