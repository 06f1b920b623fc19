import type { QueuePlan } from '../../plan/queuePlan.ts';
import type { Plan } from '../../plan/plan.ts';
import { TemplateError } from '../../template/templateError.ts';
import { defineAdapter, type ResourceContext } from '../adapter.ts';
import { physicalName } from '../physicalName.ts';
import { queueProperties, TAKEN_OVER, type QueueProperties } from './queueShapes.ts';

const NAME_LIMIT = 80;
const FIFO = '.fifo';

export const queue = defineAdapter({
  type: 'AWS::SQS::Queue',
  properties: queueProperties,
  plan(properties, context) {
    const { region, accountId } = context.environment;
    const name = queueName(properties, context);
    const queue: QueuePlan = {
      constructId: context.constructId,
      name,
      arn: `arn:aws:sqs:${region}:${accountId}:${name}`,
      url: `${context.urls.aws}/${accountId}/${name}`,
      fifo: properties.FifoQueue,
      attributes: attributesOf(properties),
      redrive: redriveOf(properties),
      redriveAllow: {
        permission: properties.RedriveAllowPolicy?.redrivePermission ?? 'allowAll',
        sourceArns: properties.RedriveAllowPolicy?.sourceQueueArns ?? [],
      },
      policies: [],
    };
    checkDeadLetterQueue(queue, context.plan);
    context.plan.queues.set(queue.arn, queue);
    return { ref: queue.url, attributes: { Arn: queue.arn, QueueName: name, QueueUrl: queue.url } };
  },
});

function queueName({ QueueName: given, FifoQueue: fifo }: QueueProperties, context: ResourceContext): string {
  const { stackName } = context.environment;
  const name =
    given ?? (fifo ? physicalName(stackName, context.logicalId, NAME_LIMIT - FIFO.length) + FIFO : undefined);
  if (name === undefined) return physicalName(stackName, context.logicalId, NAME_LIMIT);
  if (name.endsWith(FIFO) !== fifo) {
    throw new TemplateError(`property QueueName is ${name}: names of FIFO queues end in ${FIFO}, and no others`);
  }
  return name;
}

function attributesOf(properties: QueueProperties): Record<string, string> {
  for (const name of ['ContentBasedDeduplication', 'DeduplicationScope'] as const) {
    if (!properties.FifoQueue && properties[name] !== undefined) {
      throw new TemplateError(`property ${name} is for FIFO queues only`);
    }
  }
  const given = TAKEN_OVER.flatMap((name) =>
    properties[name] === undefined ? [] : [[name, String(properties[name])]],
  );
  return Object.fromEntries(given) as Record<string, string>;
}

function redriveOf({ RedrivePolicy: policy }: QueueProperties): QueuePlan['redrive'] {
  if (policy === undefined) return null;
  return { deadLetterArn: policy.deadLetterTargetArn, maxReceiveCount: policy.maxReceiveCount };
}

/** What SQS itself checks when a queue names its dead-letter queue. */
function checkDeadLetterQueue({ arn, fifo, redrive }: QueuePlan, plan: Plan): void {
  if (redrive === null) return;
  const target = plan.queues.get(redrive.deadLetterArn);
  if (target === undefined) {
    throw new TemplateError(`property RedrivePolicy names ${redrive.deadLetterArn}, which is not in the templates`);
  }
  if (target.fifo !== fifo) {
    throw new TemplateError(
      `property RedrivePolicy names ${target.name}: a queue and its dead-letter queue are of one kind`,
    );
  }
  const { permission, sourceArns } = target.redriveAllow;
  if (permission === 'denyAll' || (permission === 'byQueue' && !sourceArns.includes(arn))) {
    throw new TemplateError(`property RedrivePolicy names ${target.name}, whose RedriveAllowPolicy does not let it`);
  }
}
