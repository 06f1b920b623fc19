import { z } from 'zod';
import { defineAdapter } from '../adapter.ts';
import { physicalName } from '../physicalName.ts';
import { properties, skip, tags, textMap } from '../shapes.ts';
import { clusterSetting, redisParameters } from './parameters.ts';

export const cacheParameterGroup = defineAdapter({
  type: 'AWS::ElastiCache::ParameterGroup',
  properties: properties({
    CacheParameterGroupFamily: z.string().regex(/^(redis|valkey)\d/, 'only Redis and Valkey run locally'),
    Properties: textMap.default({}),
    Description: skip('says nothing to a machine'),
    Tags: tags,
  }),
  plan(group, { environment, logicalId, plan }) {
    const name = physicalName(environment.stackName, logicalId, 255).toLowerCase();
    plan.cacheParameterGroups.set(name, {
      cluster: clusterSetting(group.Properties) ?? false,
      parameters: redisParameters(group.Properties),
    });
    return { ref: name, attributes: { CacheParameterGroupName: name } };
  },
});
