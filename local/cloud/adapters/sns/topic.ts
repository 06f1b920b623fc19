import { TemplateError } from '../../template/templateError.ts';
import { defineAdapter } from '../adapter.ts';
import { physicalName } from '../physicalName.ts';
import { flag, properties, skip, tags, text } from '../shapes.ts';

const NAME_LIMIT = 256;
const FIFO = '.fifo';

export const topic = defineAdapter({
  type: 'AWS::SNS::Topic',
  properties: properties({
    TopicName: text.optional(),
    DisplayName: text.default(''),
    FifoTopic: flag.default(false),
    ContentBasedDeduplication: flag.default(false),
    DeliveryStatusLogging: skip('deliveries that fail are printed'),
    FifoThroughputScope: skip('no throughput is metered'),
    KmsMasterKeyId: skip('encryption at rest is a matter of the real service'),
    SignatureVersion: skip('notifications are not signed here'),
    Tags: tags,
    TracingConfig: skip('traces need X-Ray'),
  }),
  plan(properties, { constructId, environment, logicalId, plan }) {
    const { stackName, region, accountId } = environment;
    const fifo = properties.FifoTopic;
    const ending = fifo ? FIFO : '';
    const name = properties.TopicName ?? physicalName(stackName, logicalId, NAME_LIMIT - ending.length) + ending;
    if (name.endsWith(FIFO) !== fifo) {
      throw new TemplateError(`property TopicName is ${name}: names of FIFO topics end in ${FIFO}, and no others`);
    }
    const arn = `arn:aws:sns:${region}:${accountId}:${name}`;
    plan.topics.set(arn, {
      constructId,
      name,
      arn,
      displayName: properties.DisplayName,
      fifo,
      contentBasedDeduplication: properties.ContentBasedDeduplication,
      policies: [],
      subscriptions: [],
    });
    return { ref: arn, attributes: { TopicArn: arn, TopicName: name } };
  },
});
