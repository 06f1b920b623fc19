import { TemplateError } from '../../template/templateError.ts';
import { defineAdapter } from '../adapter.ts';
import { properties, skip, text } from '../shapes.ts';

/** There are no versions here: one stands for the function as it is, under its ARN. */
export const functionVersion = defineAdapter({
  type: 'AWS::Lambda::Version',
  properties: properties({
    FunctionName: text,
    Description: skip('says nothing to a machine'),
  }),
  plan({ FunctionName: wanted }, { plan }) {
    const lambda = [...plan.functions.values()].find(({ name, arn }) => wanted === name || wanted === arn);
    if (lambda === undefined) throw new TemplateError(`property FunctionName: there is no function ${wanted}`);
    return { ref: lambda.arn, attributes: { FunctionArn: lambda.arn } };
  },
});
