import { functionName } from '../../../lambda/names.ts';
import type { MappingBasics } from '../../plan/mappingPlan.ts';
import { TemplateError } from '../../template/templateError.ts';
import { defineAdapter, type ResourceContext } from '../adapter.ts';
import { mappingProperties, type MappingProperties } from './mappings/mappingShapes.ts';
import { planQueueMapping } from './mappings/queueMapping.ts';
import { planStreamMapping } from './mappings/streamMapping.ts';
import { uuidOf } from './mappings/uuid.ts';

export const eventSourceMapping = defineAdapter({
  type: 'AWS::Lambda::EventSourceMapping',
  properties: mappingProperties,
  plan(properties, context) {
    const { stackName, region, accountId } = context.environment;
    const id = uuidOf(`${stackName}/${context.logicalId}`);
    const common = commonPlan(id, properties, context);
    const source = properties.EventSourceArn.split(':')[2];
    if (source === 'dynamodb') context.plan.mappings.push(planStreamMapping(common, properties, context.plan));
    else if (source === 'sqs') context.plan.mappings.push(planQueueMapping(common, properties, context.plan));
    else {
      throw new TemplateError(
        `property EventSourceArn is ${properties.EventSourceArn}: streams of DynamoDB tables and SQS queues are run locally`,
      );
    }
    return {
      ref: id,
      attributes: { Id: id, EventSourceMappingArn: `arn:aws:lambda:${region}:${accountId}:event-source-mapping:${id}` },
    };
  },
});

/** The name of the table or queue. */
const sourceName = (arn: string): string =>
  arn
    .split(':')
    .slice(5)
    .join(':')
    .replace(/^table\/|\/stream\/.*$/g, '');

function commonPlan(id: string, properties: MappingProperties, context: ResourceContext): MappingBasics {
  const name = functionName(properties.FunctionName);
  const found = [...context.plan.functions.values()].find((each) => each.name === name);
  if (found === undefined)
    throw new TemplateError(`property FunctionName is ${properties.FunctionName}, which is not in the templates`);
  return {
    id,
    name: `${found.name} from ${sourceName(properties.EventSourceArn)}`,
    functionArn: found.arn,
    roleArn: found.roleArn,
    enabled: properties.Enabled,
    windowSeconds: properties.MaximumBatchingWindowInSeconds,
    filters: properties.FilterCriteria.Filters.map(({ Pattern }) => Pattern),
    reportsItemFailures: properties.FunctionResponseTypes.length > 0,
  };
}
