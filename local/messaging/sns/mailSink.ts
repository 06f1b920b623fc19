import type { SubscriptionPlan, TopicPlan } from '../../cloud/plan/topicPlan.ts';
import type { Sink } from '../engine/localStore.ts';
import { compileFilter } from './filter.ts';
import { readNotification } from './notification.ts';

/** An e-mail that SNS would have sent. */
export type Mail = { topicArn: string; to: string; subject: string; message: string };

/** Takes what a topic would send by e-mail. */
export function mailSink(topic: TopicPlan, subscription: SubscriptionPlan, take: (mail: Mail) => void): Sink {
  const wanted = compileFilter(subscription.filter);
  return {
    isFifo: () => false,
    checkDeduplication: () => ({ isDuplicate: false }),
    recordDeduplication: () => {},
    nextSequenceNumber: () => '',
    enqueue: (sent) => {
      const notification = readNotification(sent, false);
      if (!wanted(notification)) return;
      const { subject, message } = notification;
      take({ topicArn: topic.arn, to: subscription.endpoint, subject: subject ?? DEFAULT_SUBJECT, message });
    },
  };
}

const DEFAULT_SUBJECT = 'AWS Notification Message';
