import { STREAM_LABEL } from '../../../endpoint/dynamodb/streamLabels.ts';
import type { TablePlan } from '../../plan/tablePlan.ts';
import type { Physical, ResourceContext } from '../adapter.ts';
import { physicalName } from '../physicalName.ts';
import type { CommonTableProperties, index } from './tableShapes.ts';
import type { z } from 'zod';

/** Adds a table to the plan, for either of the two resource types. */
export function planTable(properties: CommonTableProperties, context: ResourceContext): Physical {
  const { stackName, region, accountId } = context.environment;
  const tableName = properties.TableName ?? physicalName(stackName, context.logicalId, 255);
  const arn = `arn:aws:dynamodb:${region}:${accountId}:table/${tableName}`;
  const ttl = properties.TimeToLiveSpecification;
  const table: TablePlan = {
    constructId: context.constructId,
    tableName,
    arn,
    attributeDefinitions: properties.AttributeDefinitions,
    keySchema: properties.KeySchema,
    globalIndexes: properties.GlobalSecondaryIndexes.map(indexPlan),
    localIndexes: properties.LocalSecondaryIndexes.map(indexPlan),
    streamView: properties.StreamSpecification?.StreamViewType ?? null,
    ttlAttribute: ttl?.Enabled === true ? (ttl.AttributeName ?? null) : null,
  };
  context.plan.tables.push(table);
  const stream: Record<string, string> =
    table.streamView === null ? {} : { StreamArn: `${arn}/stream/${STREAM_LABEL}` };
  return { ref: tableName, attributes: { Arn: arn, ...stream } };
}

const indexPlan = ({ IndexName, KeySchema, Projection }: z.output<typeof index>) => ({
  IndexName,
  KeySchema,
  Projection,
});
