import { z } from 'zod';
import { TemplateError } from '../../template/templateError.ts';
import { defineAdapter } from '../adapter.ts';
import { properties, skip } from '../shapes.ts';
import { planTable } from './planTable.ts';
import { commonProperties, replica } from './tableShapes.ts';

/** A global table has one replica here: the one in the stack's own Region. DynamoDB Local refuses replica updates. */
export const globalTable = defineAdapter({
  type: 'AWS::DynamoDB::GlobalTable',
  properties: properties({
    ...commonProperties,
    Replicas: z.array(replica),
    WriteOnDemandThroughputSettings: skip('DynamoDB Local does not meter throughput'),
    WriteProvisionedThroughputSettings: skip('DynamoDB Local does not meter throughput'),
  }),
  plan(table, context) {
    const { region } = context.environment;
    if (!table.Replicas.some((replica) => replica.Region === region)) {
      throw new TemplateError(`property Replicas has none in ${region}, the Region of the stack`);
    }
    return planTable(table, context);
  },
});
