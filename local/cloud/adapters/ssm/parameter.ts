import { z } from 'zod';
import { defineAdapter } from '../adapter.ts';
import { physicalName } from '../physicalName.ts';
import { properties, skip, tags, text } from '../shapes.ts';

/** Only what other resources of the template read of it: no Parameter Store answers calls here. */
export const parameter = defineAdapter({
  type: 'AWS::SSM::Parameter',
  properties: properties({
    Name: text.optional(),
    Type: z.enum(['String', 'StringList']),
    Value: text,
    AllowedPattern: skip('values are checked while deploying'),
    DataType: skip('values are checked while deploying'),
    Description: skip('says nothing to a machine'),
    Tags: tags,
    Tier: skip('tiers only differ in price'),
  }),
  plan(parameter, { environment, logicalId }) {
    const name = parameter.Name ?? physicalName(environment.stackName, logicalId, 1011);
    return { ref: name, attributes: { Type: parameter.Type, Value: parameter.Value } };
  },
});
