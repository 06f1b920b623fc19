import type { SubscriptionPlan } from '../../cloud/plan/topicPlan.ts';
import type { Sink } from '../engine/localStore.ts';
import type { SqsMessage, SqsQueue } from '../engine/modules.ts';
import type { SendContext } from '../engine/sendContext.ts';
import { compileFilter } from './filter.ts';
import { readNotification } from './notification.ts';

/** Where a subscription's messages go: its queue, its dead-letter queue, or nowhere; `refused` says why not the queue. */
export type Delivery = { target: SqsQueue | null; refused: string | null };

/** Delivers what a topic publishes to a subscribed queue. */
export function queueSink(
  subscription: SubscriptionPlan,
  queue: SqsQueue,
  { target, refused }: Delivery,
  parts: { sent: SendContext; topicIsFifo: boolean; log(line: string): void },
): Sink {
  const wanted = compileFilter(subscription.filter);
  const sink: Sink = {
    isFifo: () => queue.isFifo(),
    checkDeduplication: (id) => queue.checkDeduplication(id),
    recordDeduplication: (...recorded) => queue.recordDeduplication(...recorded),
    nextSequenceNumber: () => queue.nextSequenceNumber(),
    enqueue: (message) => {
      const notification = readNotification(message, subscription.raw);
      // Asked for every message, so that the next one with the same text finds its own group.
      const group = parts.sent.groupOfBody(sink, notification.message);
      if (!wanted(notification)) return;
      if (!queue.isFifo()) setGroup(message, parts.topicIsFifo ? undefined : group);
      if (refused !== null) parts.log(`${subscription.arn} does not reach ${queue.name}: ${refused}`);
      parts.sent.apart(() => target?.enqueue(message));
    },
  };
  return sink;
}

/**
 * A standard topic hands the group on to standard queues (SNS API reference, `MessageGroupId` of Publish), a FIFO topic
 * does not (SNS Developer Guide, "Message grouping for FIFO topics").
 */
function setGroup(message: SqsMessage, group: string | undefined): void {
  delete message.messageDeduplicationId;
  if (group === undefined) delete message.messageGroupId;
  else message.messageGroupId = group;
}
