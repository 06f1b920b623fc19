import type { QueuePlan } from '../../cloud/plan/queuePlan.ts';
import type { SubscriptionPlan, TopicPlan } from '../../cloud/plan/topicPlan.ts';

export const REGION = 'eu-west-1';
export const ACCOUNT = '111122223333';
/** Where nobody listens: SDK clients of tests are told the endpoint. */
const NOWHERE = 'http://127.0.0.1:9';

/** A queue as its adapter would plan it; `.fifo` at the name's end makes a FIFO queue. */
export function queuePlan(name: string, more: Partial<QueuePlan> = {}): QueuePlan {
  return {
    constructId: name,
    name,
    arn: `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`,
    url: `${NOWHERE}/${ACCOUNT}/${name}`,
    fifo: name.endsWith('.fifo'),
    attributes: {},
    redrive: null,
    redriveAllow: { permission: 'allowAll', sourceArns: [] },
    policies: [],
    ...more,
  };
}

/** A topic as its adapter would plan it. */
export function topicPlan(name: string, more: Partial<TopicPlan> = {}): TopicPlan {
  return {
    constructId: name,
    name,
    arn: `arn:aws:sns:${REGION}:${ACCOUNT}:${name}`,
    displayName: '',
    fifo: name.endsWith('.fifo'),
    contentBasedDeduplication: false,
    policies: [],
    subscriptions: [],
    ...more,
  };
}

let subscriptions = 0;

/** A subscription of a queue, by the queue's ARN. */
export function subscriptionPlan(endpoint: string, more: Partial<SubscriptionPlan> = {}): SubscriptionPlan {
  subscriptions += 1;
  const arn = `arn:aws:sns:${REGION}:${ACCOUNT}:subscription:${subscriptions}`;
  return { arn, protocol: 'sqs', endpoint, raw: true, filter: null, deadLetterArn: null, ...more };
}

/** What `AWS::SQS::QueuePolicy` of the CDK says for a topic's subscription. */
export function letTopicSend(topicArn: string, queueArn: string): Record<string, unknown> {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: 'sqs:SendMessage',
        Resource: queueArn,
        Principal: { Service: 'sns.amazonaws.com' },
        Condition: { ArnEquals: { 'aws:SourceArn': topicArn } },
      },
    ],
  };
}
