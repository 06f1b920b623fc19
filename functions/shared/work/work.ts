import { environment } from '../environment.ts';

/**
 * Where work waits that functions do: a queue, or a table's stream with the function that reads it. Each has a queue of
 * dead letters. Names are those of the functions' manifest: `Audit`, `bookingEvents.Bookings`.
 */
export type WorkSource = QueueSource | StreamSource;

export type QueueSource = { kind: 'QUEUE'; name: string; queue: QueueRef; deadLetters: QueueRef };
export type StreamSource = { kind: 'STREAM'; name: string; functionName: string; deadLetters: QueueRef };

/** A queue of the account: its own name, and its address. */
export type QueueRef = { queueName: string; url: string };

export type Work = { sources: WorkSource[]; topics: { name: string; arn: string }[] };

/** As infra writes it into WORK: `at` is the address of one queue, pairs are source or function, and dead letter queue. */
type Text = {
  at: string;
  queues: Record<string, [source: string, deadLetters: string]>;
  streams: Record<string, [functionName: string, deadLetters: string]>;
  topics: Record<string, string>;
};

/** All there is to oversee. @throws when WORK is missing */
export function readWork(): Work {
  const { at, queues, streams, topics } = JSON.parse(environment({ work: 'WORK' }).work) as Text;
  const queue = (queueName: string): QueueRef => ({ queueName, url: new URL(queueName, at).href });
  return {
    sources: [
      ...Object.entries(queues).map(([name, [source, deadLetters]]): WorkSource => {
        return { kind: 'QUEUE', name, queue: queue(source), deadLetters: queue(deadLetters) };
      }),
      ...Object.entries(streams).map(([name, [functionName, deadLetters]]): WorkSource => {
        return { kind: 'STREAM', name, functionName, deadLetters: queue(deadLetters) };
      }),
    ],
    topics: Object.entries(topics).map(([name, arn]) => ({ name, arn })),
  };
}
