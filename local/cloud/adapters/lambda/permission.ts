import { z } from 'zod';
import { TemplateError } from '../../template/templateError.ts';
import { defineAdapter } from '../adapter.ts';
import { properties, text } from '../shapes.ts';

export const permission = defineAdapter({
  type: 'AWS::Lambda::Permission',
  properties: properties({
    Action: z.literal('lambda:InvokeFunction', 'only invoking functions is run locally'),
    FunctionName: text,
    Principal: z.string().endsWith('.amazonaws.com', 'only AWS services are let in by permissions locally'),
    SourceArn: text.optional(),
    SourceAccount: text.optional(),
  }),
  plan(permission, { plan, logicalId }) {
    const wanted = permission.FunctionName;
    const lambda = [...plan.functions.values()].find(({ name, arn }) => wanted === name || wanted === arn);
    if (lambda === undefined) throw new TemplateError(`property FunctionName: there is no function ${wanted}`);
    plan.events.permissions.push({
      functionArn: lambda.arn,
      service: permission.Principal,
      sourceArn: permission.SourceArn ?? null,
      sourceAccount: permission.SourceAccount ?? null,
    });
    return { ref: logicalId, attributes: {} };
  },
});
