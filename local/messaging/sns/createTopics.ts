import type { SubscriptionPlan, TopicPlan } from '../../cloud/plan/topicPlan.ts';
import { TemplateError } from '../../cloud/template/templateError.ts';
import type { Engine } from '../engine/engine.ts';
import type { SqsQueue } from '../engine/modules.ts';
import type { Access } from '../policies/access.ts';
import { mailSink, type Mail } from './mailSink.ts';
import { queueSink, type Delivery } from './queueSink.ts';

type Parts = { engine: Engine; access: Access; log(line: string): void; mail(mail: Mail): void };

/** Makes the topics of the templates with their subscriptions, once the queues are there. */
export function createTopics(plans: Iterable<TopicPlan>, parts: Parts): void {
  const { topics } = parts.engine;
  for (const plan of plans) {
    topics.topics.set(plan.arn, {
      arn: plan.arn,
      name: plan.name,
      attributes: {
        DisplayName: plan.displayName,
        ...(plan.fifo ? { FifoTopic: 'true' } : {}),
        ContentBasedDeduplication: String(plan.contentBasedDeduplication),
      },
      tags: new Map(),
      subscriptionArns: plan.subscriptions.map(({ arn }) => arn),
    });
    for (const subscription of plan.subscriptions) subscribe(plan, subscription, parts);
  }
}

/** To the engine all subscriptions are queues without a filter; what is special about them is their sink's matter. */
function subscribe(topic: TopicPlan, subscription: SubscriptionPlan, parts: Parts): void {
  const { arn, protocol, raw } = subscription;
  const isRaw = protocol === 'sqs' && raw;
  parts.engine.topics.subscriptions.set(arn, {
    arn,
    topicArn: topic.arn,
    protocol: 'sqs',
    endpoint: arn,
    confirmed: true,
    attributes: isRaw ? { RawMessageDelivery: 'true' } : {},
  });
  parts.engine.queues.addSink(
    arn,
    protocol === 'sqs' ? toQueue(topic, subscription, parts) : toMail(topic, subscription, parts),
  );
}

const toMail = (topic: TopicPlan, subscription: SubscriptionPlan, { mail }: Parts) =>
  mailSink(topic, subscription, mail);

function toQueue(topic: TopicPlan, subscription: SubscriptionPlan, parts: Parts) {
  const { engine, access, log } = parts;
  const queue = queueOf(subscription.endpoint, engine);
  const may = (target: SqsQueue): string | null =>
    access({ service: 'sns.amazonaws.com', sourceArn: topic.arn }, 'sqs:SendMessage', target.arn);
  const delivery = deliveryTo(queue, subscription, engine, may);
  if (delivery.refused !== null) log(`${topic.name} does not reach ${queue.name}: ${delivery.refused}`);
  return queueSink(subscription, queue, delivery, { sent: engine.sent, topicIsFifo: topic.fifo, log });
}

function deliveryTo(
  queue: SqsQueue,
  { deadLetterArn }: SubscriptionPlan,
  engine: Engine,
  may: (target: SqsQueue) => string | null,
): Delivery {
  const refused = may(queue);
  if (refused === null) return { target: queue, refused };
  const deadLetters = deadLetterArn === null ? null : queueOf(deadLetterArn, engine);
  const target = deadLetters !== null && may(deadLetters) === null ? deadLetters : null;
  return { target, refused };
}

function queueOf(arn: string, { queues }: Engine): SqsQueue {
  const queue = queues.getQueueByArn(arn);
  if (queue === undefined) throw new TemplateError(`there is no queue ${arn}`);
  return queue;
}
