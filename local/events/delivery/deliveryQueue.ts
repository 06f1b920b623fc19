import type { DatabaseSync } from 'node:sqlite';
import { AwsServiceError } from '../../appsync/definition.ts';
import type { Clock } from '../clock.ts';
import { inTransaction } from '../database.ts';
import type { Delivery } from './delivery.ts';
import { createDeliveryStore } from './deliveryStore.ts';
import { mayHelp, retryDelayMs } from './retries.ts';

/** Carries messages to their targets, at least once; what waits outlives this process where there is a data folder. */
export type DeliveryQueue = {
  /** Takes messages; they are safe when this returns. `together` is done in the same transaction of the database. */
  push(deliveries: readonly Delivery[], together?: () => void): void;
  /** How many are under way, to be tried again, or being laid into a dead letter queue. */
  pending(): number;
  /** Begins with what an earlier run left. */
  start(): void;
  /** Lets tries under way end, and begins no others. */
  stop(): Promise<void>;
};

export type DeliveryQueueOptions = {
  database: DatabaseSync;
  clock: Clock;
  /** Hands a message over. @throws {AwsServiceError} what the target answered */
  send(delivery: Delivery): Promise<void>;
  /** Lays a message that cannot be delivered into its dead letter queue. */
  bury(delivery: Delivery, failure: Failure): Promise<void>;
  log(line: string): void;
  delayMs?(attempts: number): number;
};

/** Why a message could not be delivered. `exhausted` is null where no further try was worth making. */
export type Failure = { code: string; message: string; exhausted: 'MaximumRetryAttempts' | 'MaximumEventAge' | null };

/** At once under way. */
const CONCURRENCY = 32;

export function createDeliveryQueue(options: DeliveryQueueOptions): DeliveryQueue {
  const { database, clock, log, delayMs = retryDelayMs } = options;
  const store = createDeliveryStore(database);
  const running = new Map<string, Promise<void>>();
  let state: 'waiting' | 'started' | 'stopped' = 'waiting';
  let cancelTimer = (): void => {};

  const pump = (): void => {
    if (state !== 'started') return;
    cancelTimer();
    const now = clock.now();
    // Those under way are still in the store, so look past them.
    for (const delivery of store.due(now, CONCURRENCY + running.size)) {
      if (running.size >= CONCURRENCY) return; // Whichever ends first calls again.
      if (!running.has(delivery.id)) begin(delivery);
    }
    const next = store.nextDueAt(now);
    if (next !== null) cancelTimer = clock.at(next, pump);
  };

  const begin = (delivery: Delivery): void => {
    // Not at once: a message to a bus makes further ones, which must find this one among those under way.
    const done = Promise.resolve(delivery)
      .then(attempt)
      .catch((error: unknown) => log(`events: delivery ${delivery.id} failed: ${String(error)}`))
      .finally(() => {
        running.delete(delivery.id);
        pump();
      });
    running.set(delivery.id, done);
  };

  const attempt = async (given: Delivery): Promise<void> => {
    const delivery = { ...given, attempts: given.attempts + 1 };
    try {
      await options.send(delivery);
      store.remove(delivery.id);
    } catch (error) {
      const failure = failureOf(error, delivery, clock.now());
      if (failure !== null) return giveUp(delivery, failure);
      store.put(delivery, clock.now() + delayMs(delivery.attempts));
    }
  };

  const giveUp = async (delivery: Delivery, failure: Failure): Promise<void> => {
    const { sender, target, deadLetter, attempts } = delivery;
    const what = `${sender.arn} could not deliver to ${target.arn} (try ${attempts}): ${failure.code}: ${failure.message}`;
    try {
      if (deadLetter !== null) await options.bury(delivery, failure);
      log(`events: ${what}${deadLetter === null ? '; it has no dead letter queue, the event is lost' : ''}`);
    } catch (error) {
      log(`events: ${what}; the dead letter queue ${deadLetter?.queueArn} refused it: ${String(error)}`);
    }
    store.remove(delivery.id);
  };

  return {
    push: (deliveries, together) => {
      inTransaction(database, () => {
        for (const delivery of deliveries) store.put(delivery, clock.now());
        together?.();
      });
      pump();
    },
    pending: () => store.count(),
    start: () => {
      state = 'started';
      pump();
    },
    stop: async () => {
      state = 'stopped';
      cancelTimer();
      await Promise.all(running.values());
    },
  };
}

/** Null when it is to be tried again. */
function failureOf(error: unknown, { attempts, maxRetries, expiresAt }: Delivery, now: number): Failure | null {
  const code = error instanceof AwsServiceError ? error.code : 'InternalFailure';
  const failure = { code, message: error instanceof Error ? error.message : String(error) };
  if (!mayHelp(error)) return { ...failure, exhausted: null };
  if (attempts > maxRetries) return { ...failure, exhausted: 'MaximumRetryAttempts' };
  return now >= expiresAt ? { ...failure, exhausted: 'MaximumEventAge' } : null;
}
