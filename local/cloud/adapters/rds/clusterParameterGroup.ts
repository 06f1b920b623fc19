import { z } from 'zod';
import { defineAdapter } from '../adapter.ts';
import { physicalName } from '../physicalName.ts';
import { properties, skip, tags, text, textMap } from '../shapes.ts';
import { mysqlParameters } from './parameters.ts';

export const clusterParameterGroup = defineAdapter({
  type: 'AWS::RDS::DBClusterParameterGroup',
  properties: properties({
    DBClusterParameterGroupName: text.optional(),
    Family: z.string().regex(/^aurora-mysql/, 'only Aurora MySQL runs locally'),
    Parameters: textMap,
    Description: skip('says nothing to a machine'),
    Tags: tags,
  }),
  plan(group, { environment, logicalId, plan }) {
    const given = group.DBClusterParameterGroupName ?? physicalName(environment.stackName, logicalId, 255);
    const name = given.toLowerCase();
    plan.databaseParameterGroups.set(name, mysqlParameters(group.Parameters));
    return { ref: name, attributes: {} };
  },
});
