import type { PolicyDocument } from './rolePlan.ts';

/** One SNS topic with its subscriptions. */
export type TopicPlan = {
  /** The topic's id in the CDK app. */
  constructId: string;
  name: string;
  arn: string;
  displayName: string;
  fifo: boolean;
  contentBasedDeduplication: boolean;
  /** The topic's own policies: who may publish besides those whose roles say so. */
  policies: PolicyDocument[];
  subscriptions: SubscriptionPlan[];
};

export type SubscriptionPlan = {
  arn: string;
  protocol: 'sqs' | 'email';
  /** A queue's ARN or an address. */
  endpoint: string;
  /** The message as it was published, without the notification around it. */
  raw: boolean;
  /** What of a message is looked at, and how; null lets every message through. */
  filter: { scope: 'MessageAttributes' | 'MessageBody'; policy: Record<string, unknown> } | null;
  /** The queue for messages that cannot be delivered. */
  deadLetterArn: string | null;
};
