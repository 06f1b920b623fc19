import { z } from 'zod';
import type { UrlPermission } from '../../../functionUrls/definition.ts';
import { TemplateError } from '../../template/templateError.ts';
import { defineAdapter } from '../adapter.ts';
import { flag, properties, text } from '../shapes.ts';
import { functionIn } from './functionIn.ts';

const shape = properties({
  Action: z.enum(['lambda:InvokeFunction', 'lambda:InvokeFunctionUrl'], 'only invoking functions is run locally'),
  FunctionName: text,
  Principal: z
    .string()
    .regex(
      /\.amazonaws\.com$|^\*$/,
      'only AWS services, and everybody at a function URL, are let in by permissions locally',
    ),
  SourceArn: text.optional(),
  SourceAccount: text.optional(),
  FunctionUrlAuthType: z.enum(['NONE', 'AWS_IAM']).optional(),
  InvokedViaFunctionUrl: flag.optional(),
});

export const permission = defineAdapter({
  type: 'AWS::Lambda::Permission',
  properties: shape,
  plan(permission, { plan, logicalId }) {
    const { arn: functionArn } = functionIn(plan, 'FunctionName', permission.FunctionName);
    if (permission.Principal === '*') plan.urlPermissions.push(urlPermission(functionArn, permission));
    else if (permission.Action !== 'lambda:InvokeFunction')
      throw new TemplateError('property Action: services are let in locally for invoking functions only');
    else {
      plan.events.permissions.push({
        functionArn,
        service: permission.Principal,
        sourceArn: permission.SourceArn ?? null,
        sourceAccount: permission.SourceAccount ?? null,
      });
    }
    return { ref: logicalId, attributes: {} };
  },
});

/** Everybody may do it, by the function's URL only: without that condition the function would be open to every account. */
function urlPermission(functionArn: string, permission: z.output<typeof shape>): UrlPermission {
  const { Action: action, FunctionUrlAuthType: authType, InvokedViaFunctionUrl, SourceArn, SourceAccount } = permission;
  if (SourceArn !== undefined || SourceAccount !== undefined)
    throw new TemplateError('property Principal is "*": sources are not looked at locally for it');
  if (action === 'lambda:InvokeFunctionUrl' && authType !== undefined) return { functionArn, action, authType };
  if (action === 'lambda:InvokeFunction' && InvokedViaFunctionUrl === true) return { functionArn, action };
  throw new TemplateError(
    'property Principal is "*": give FunctionUrlAuthType, or InvokedViaFunctionUrl, to let everybody in by the URL only',
  );
}
