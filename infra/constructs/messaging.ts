import { Duration } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { SubscriptionFilter, Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type QueueEntry, type QueueName, queues, type TopicName, topics } from '../../functions/manifest.ts';

export type QueueWithDeadLetters = { queue: Queue; deadLetters: Queue };

/** Topics, and queues with their dead letter queues, as the functions' manifest names them; and the project's event bus. */
export class Messaging extends Construct {
  readonly topics: Record<TopicName, Topic>;
  readonly queues: Record<QueueName, QueueWithDeadLetters>;
  readonly bus: EventBus;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const made = Object.entries(topics).map(([name, { description }]) => [
      name,
      new Topic(this, name, { displayName: description, enforceSSL: true }),
    ]);
    this.topics = Object.fromEntries(made) as Record<TopicName, Topic>;
    const pairs = Object.entries<QueueEntry>(queues).map(([name, entry]) => [name, this.#queue(name, entry)]);
    this.queues = Object.fromEntries(pairs) as Record<QueueName, QueueWithDeadLetters>;
    this.bus = new EventBus(this, 'Bus');
  }

  #queue(name: string, { isFifo: fifo, maxReceives, visibilitySeconds, from }: QueueEntry): QueueWithDeadLetters {
    const deadLetters = deadLetterQueue(this, `${name}DeadLetters`, fifo);
    const queue = new Queue(this, name, {
      queueName: queueName(this, name, fifo),
      fifo,
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      visibilityTimeout: Duration.seconds(visibilitySeconds),
      retentionPeriod: Duration.days(4),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: maxReceives },
    });
    if (from) {
      const filters = Object.entries(from.filter ?? {}).map(([attribute, allowlist]) => [
        attribute,
        SubscriptionFilter.stringFilter({ allowlist: [...allowlist] }),
      ]);
      const filterPolicy = filters.length > 0 ? Object.fromEntries(filters) : undefined;
      // What the topic cannot deliver lies with what the queue's function could not do.
      const subscription = new SqsSubscription(queue, {
        rawMessageDelivery: true,
        deadLetterQueue: deadLetters,
        filterPolicy,
      });
      this.topics[from.topic].addSubscription(subscription);
    }
    return { queue, deadLetters };
  }
}

/**
 * Names that people can read in a console, and so short that those of all queues fit into the 4 KB of a function's
 * environment. Nothing that may change of a queue needs another name.
 */
function queueName(scope: Construct, id: string, fifo?: boolean): string {
  return `${scope.node.path.replaceAll('/', '-')}-${id}${fifo ? '.fifo' : ''}`;
}

/** A queue for what could not be done, kept for 14 days. */
export function deadLetterQueue(scope: Construct, id: string, fifo?: boolean): Queue {
  return new Queue(scope, id, {
    queueName: queueName(scope, id, fifo),
    fifo,
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: Duration.days(14),
  });
}
