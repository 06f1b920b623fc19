import { z } from 'zod';
import { compilePattern } from '../../../patterns/compilePattern.ts';
import { PatternError } from '../../../patterns/patternError.ts';
import type { Plan } from '../../plan/plan.ts';
import type { SubscriptionPlan, TopicPlan } from '../../plan/topicPlan.ts';
import { TemplateError } from '../../template/templateError.ts';
import { defineAdapter } from '../adapter.ts';
import { serviceId } from '../physicalName.ts';
import { flag, properties, text } from '../shapes.ts';

const subscriptionProperties = properties({
  TopicArn: text,
  Protocol: z.enum(['sqs', 'email'], 'only queues and e-mail addresses are subscribed locally'),
  Endpoint: text,
  RawMessageDelivery: flag.default(false),
  FilterPolicy: z.record(z.string(), z.unknown()).optional(),
  FilterPolicyScope: z.enum(['MessageAttributes', 'MessageBody']).default('MessageAttributes'),
  RedrivePolicy: properties({ deadLetterTargetArn: text }).optional(),
});

export const subscription = defineAdapter({
  type: 'AWS::SNS::Subscription',
  properties: subscriptionProperties,
  plan(properties, { environment, logicalId, plan }) {
    const topic = plan.topics.get(properties.TopicArn);
    if (topic === undefined) {
      throw new TemplateError(`property TopicArn names ${properties.TopicArn}, which is not in the templates`);
    }
    checkEndpoint(properties, topic, plan);
    const id = serviceId(`${environment.stackName}/${logicalId}`, 32);
    const planned: SubscriptionPlan = {
      arn: `${topic.arn}:${id}`,
      protocol: properties.Protocol,
      endpoint: properties.Endpoint,
      raw: properties.RawMessageDelivery,
      filter: filterOf(properties),
      deadLetterArn: deadLetterOf(properties, plan),
    };
    topic.subscriptions.push(planned);
    return { ref: planned.arn, attributes: { Arn: planned.arn } };
  },
});

type Properties = z.output<typeof subscriptionProperties>;

function checkEndpoint({ Protocol: protocol, Endpoint: endpoint }: Properties, topic: TopicPlan, plan: Plan): void {
  if (protocol !== 'sqs') {
    if (topic.fifo) throw new TemplateError('property Protocol is email: FIFO topics deliver to queues only');
    return;
  }
  const queue = plan.queues.get(endpoint);
  if (queue === undefined)
    throw new TemplateError(`property Endpoint names ${endpoint}, which is not in the templates`);
  if (queue.fifo && !topic.fifo) {
    throw new TemplateError(`property Endpoint names ${queue.name}: only FIFO topics deliver to FIFO queues`);
  }
}

/** The policy is compiled here only to be checked. */
function filterOf({ FilterPolicy: policy, FilterPolicyScope: scope }: Properties): SubscriptionPlan['filter'] {
  if (policy === undefined) return null;
  try {
    compilePattern(policy, 'bus');
  } catch (error) {
    if (error instanceof PatternError)
      throw new TemplateError(`property FilterPolicy: ${error.message}`, { cause: error });
    throw error;
  }
  return { scope, policy };
}

function deadLetterOf({ RedrivePolicy: redrive }: Properties, plan: Plan): string | null {
  if (redrive === undefined) return null;
  if (plan.queues.has(redrive.deadLetterTargetArn)) return redrive.deadLetterTargetArn;
  throw new TemplateError(`property RedrivePolicy names ${redrive.deadLetterTargetArn}, which is not in the templates`);
}
