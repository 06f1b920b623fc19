import type { LocalQueueClass } from './localQueue.ts';
import type { Modules, SqsQueue, SqsStore } from './modules.ts';

/** What a topic delivers into: a queue, or what stands before it. */
export type Sink = Pick<
  SqsQueue,
  'isFifo' | 'enqueue' | 'checkDeduplication' | 'recordDeduplication' | 'nextSequenceNumber'
>;

export type LocalStore = SqsStore & {
  /** Makes a topic's deliveries to this endpoint end here. */
  addSink(endpoint: string, sink: Sink): void;
};

/** The engine's own maps, which its types keep private. */
type Maps = Record<'queues' | 'queuesByName' | 'queuesByArn', Map<string, SqsQueue>>;

/**
 * The engine's store of queues, less its beliefs: that the account is 000000000000 and that the host in a queue's URL
 * says something. Here a queue is known by its name, for there is one account and one Region.
 * @param url of the queue with this name
 */
export function createLocalStore(
  { SqsStore }: Pick<Modules, 'SqsStore'>,
  LocalQueue: LocalQueueClass,
  url: (name: string) => string,
): LocalStore {
  const sinks = new Map<string, Sink>();

  class Store extends SqsStore {
    override createQueue(...[name, , arn, attributes, tags]: Parameters<SqsStore['createQueue']>): SqsQueue {
      const queue = new LocalQueue(name, url(name), arn, attributes, tags);
      if (this.persistence !== undefined) {
        queue.persistence = this.persistence;
        this.persistence.insertQueue(queue);
      }
      const maps = this as unknown as Maps;
      maps.queues.set(queue.url, queue);
      maps.queuesByName.set(name, queue);
      maps.queuesByArn.set(arn, queue);
      return queue;
    }

    override getQueue(queueUrl: string): SqsQueue | undefined {
      return this.getQueueByName(queueUrl.split('/').at(-1) ?? '');
    }

    override getQueueByArn(arn: string): SqsQueue | undefined {
      return (sinks.get(arn) as SqsQueue | undefined) ?? this.getQueueByName(arn.split(':').at(-1) ?? '');
    }
  }

  return Object.assign(new Store(), {
    addSink: (endpoint: string, sink: Sink): void => void sinks.set(endpoint, sink),
  });
}
