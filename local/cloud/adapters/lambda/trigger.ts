import { z } from 'zod';
import { TemplateError } from '../../template/templateError.ts';
import { defineAdapter } from '../adapter.ts';
import { properties, skip, text } from '../shapes.ts';

/** What the CDK's `Trigger` asks for: a function that the deployment calls. */
export const deploymentTrigger = defineAdapter({
  type: 'Custom::Trigger',
  properties: properties({
    ServiceToken: skip('the local cloud calls the function itself, as the CDK’s provider function would'),
    HandlerArn: text,
    InvocationType: z.literal('RequestResponse', 'only calls that the deployment waits for are run locally'),
    Timeout: skip('a function that takes too long is ended by its own time-out'),
    ExecuteOnHandlerChange: skip('every start is a deployment'),
  }),
  plan(trigger, { plan, logicalId }) {
    const lambda = plan.functions.get(trigger.HandlerArn);
    if (lambda === undefined)
      throw new TemplateError(`property HandlerArn: there is no function ${trigger.HandlerArn}`);
    plan.deploymentCalls.push({ functionArn: lambda.arn });
    return { ref: logicalId, attributes: {} };
  },
});
