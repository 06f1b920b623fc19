import type { StreamRecord } from './record.ts';

/** Lambda's limit on what it hands to a function, less the few bytes around the records. */
const PAYLOAD_BYTES = 6 * 1024 * 1024 - 100;

export type Batch = {
  records: StreamRecord[];
  /** Nothing more fits in: it need not wait for more. */
  full: boolean;
};

/** The first records of a queue that make one invocation; at least one, when there is any. */
export function takeBatch(queue: readonly StreamRecord[], batchSize: number): Batch {
  let bytes = 0;
  const limit = Math.min(batchSize, queue.length);
  for (let count = 0; count < limit; count += 1) {
    bytes += (queue[count]?.bytes ?? 0) + 1;
    if (bytes > PAYLOAD_BYTES && count > 0) return { records: queue.slice(0, count), full: true };
  }
  return { records: queue.slice(0, limit), full: limit === batchSize };
}
