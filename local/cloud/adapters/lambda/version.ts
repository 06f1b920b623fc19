import { defineAdapter } from '../adapter.ts';
import { properties, skip, text } from '../shapes.ts';
import { functionIn } from './functionIn.ts';

/** There are no versions here: one stands for the function as it is, under its ARN. */
export const functionVersion = defineAdapter({
  type: 'AWS::Lambda::Version',
  properties: properties({
    FunctionName: text,
    Description: skip('says nothing to a machine'),
  }),
  plan({ FunctionName: wanted }, { plan }) {
    const { arn } = functionIn(plan, 'FunctionName', wanted);
    return { ref: arn, attributes: { FunctionArn: arn } };
  },
});
