import type { LocalStore } from '../engine/localStore.ts';
import type { SqsMessage, SqsQueue } from '../engine/modules.ts';

/** What lies in a queue now. Times are of this moment, not of the last receive. */
export type Backlog = {
  visible: number;
  /** Received, neither deleted nor visible again. */
  inFlight: number;
  /** Not to be received yet. */
  delayed: number;
  /** When the oldest message that is visible or in flight was sent, in ms since 1970; null when there is none. */
  oldestSentAt: number | null;
};

export type QueueWatch = {
  /** @throws {Error} for a queue that is not run here */
  backlog(queueArn: string): Backlog;
  /** The queue's attributes as the API names them. @throws {Error} for a queue that is not run here */
  attributes(queueArn: string): Record<string, string>;
  /** Ends all receives that wait at the queue: they answer that there is nothing. */
  endWaits(queueArn: string): void;
};

/** Looks into queues without receiving from them. */
export function watchQueues(store: LocalStore): QueueWatch {
  const find = (arn: string): SqsQueue => {
    const queue = store.getQueueByArn(arn);
    if (queue === undefined) throw new Error(`There is no queue ${arn}.`);
    return queue;
  };
  return {
    backlog: (arn) => backlogOf(find(arn)),
    attributes: (arn) => ({ ...find(arn).attributes }),
    endWaits: (arn) => find(arn).cancelWaiters(),
  };
}

function backlogOf(queue: SqsQueue): Backlog {
  queue.processTimers();
  const { ready, delayed, inflight } = queue.inspectMessages();
  const due = [...ready, ...inflight.map(({ message }) => message)];
  return {
    visible: ready.length,
    inFlight: inflight.length,
    delayed: delayed.length,
    oldestSentAt: due.reduce<number | null>(earlier, null),
  };
}

function earlier(oldest: number | null, { sentTimestamp }: SqsMessage): number | null {
  return oldest === null || sentTimestamp < oldest ? sentTimestamp : oldest;
}
