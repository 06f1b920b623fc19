import { createBell } from '../bell.ts';
import type { StreamRecord } from '../records/record.ts';
import { takeBatch } from '../records/takeBatch.ts';
import { createDeliver, type DeliverySettings } from './deliver.ts';

/** The records of one shard whose keys share a lane: delivered in order, a batch at a time. */
export type Lane = {
  push(record: StreamRecord): void;
  /** Records pushed and not done, in order. */
  undone(): readonly StreamRecord[];
  /** Resolves when deliveries have ended after the signal. */
  ended: Promise<void>;
};

/** @param settings.done is called with records that are done, so many from the front */
export function startLane(settings: DeliverySettings): Lane {
  const { plan, signal } = settings;
  const queue: StreamRecord[] = [];
  const bell = createBell(signal);
  const deliver = createDeliver({
    ...settings,
    done: (records) => {
      queue.splice(0, records.length);
      settings.done(records);
    },
  });

  /** Waits until a batch is full or its window is over. */
  const gather = async (): Promise<void> => {
    const closesAt = Date.now() + plan.windowSeconds * 1000;
    while (!signal.aborted && !takeBatch(queue, plan.batchSize).full) {
      const left = closesAt - Date.now();
      if (left <= 0) return;
      await bell.wait(left);
    }
  };

  const run = async (): Promise<void> => {
    while (!signal.aborted) {
      if (queue.length === 0) await bell.wait();
      else {
        await gather();
        await deliver(takeBatch(queue, plan.batchSize).records);
      }
    }
  };

  return {
    push: (record) => {
      queue.push(record);
      bell.ring();
    },
    undone: () => queue,
    ended: run(),
  };
}
