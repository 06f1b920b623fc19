import type { PolicyDocument } from './rolePlan.ts';

/** One SQS queue. */
export type QueuePlan = {
  /** The queue's id in the CDK app, e.g. `BookingQueue`. */
  constructId: string;
  name: string;
  arn: string;
  /** What `Ref` gives: below the endpoint of AWS services. */
  url: string;
  fifo: boolean;
  /** In the words of `CreateQueue`: all of it text, e.g. `VisibilityTimeout: '300'`; only what the template says. */
  attributes: Record<string, string>;
  /** Where messages go that were received too often. */
  redrive: { deadLetterArn: string; maxReceiveCount: number } | null;
  /** Which queues may name this one as their dead-letter queue. */
  redriveAllow: { permission: 'allowAll' | 'denyAll' | 'byQueue'; sourceArns: string[] };
  /** The queue's own policies: who may use it besides those whose roles say so. */
  policies: PolicyDocument[];
};
