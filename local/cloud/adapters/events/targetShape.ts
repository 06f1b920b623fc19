import type { z } from 'zod';
import type { RuleTarget } from '../../../events/bus/definition.ts';
import type { InputPlan } from '../../../events/input/inputPlan.ts';
import type { Plan } from '../../plan/plan.ts';
import { TemplateError } from '../../template/templateError.ts';
import { requireTrust } from '../iam/trust.ts';
import { properties, text, textMap, whole } from '../shapes.ts';

export const targetShape = properties({
  Id: text,
  Arn: text,
  RoleArn: text.optional(),
  Input: text.optional(),
  InputPath: text.optional(),
  InputTransformer: properties({ InputPathsMap: textMap.default({}), InputTemplate: text }).optional(),
  DeadLetterConfig: properties({ Arn: text.optional() }).optional(),
  RetryPolicy: properties({
    MaximumEventAgeInSeconds: whole.default(86_400),
    MaximumRetryAttempts: whole.default(185),
  }).default({ MaximumEventAgeInSeconds: 86_400, MaximumRetryAttempts: 185 }),
  SqsParameters: properties({ MessageGroupId: text }).optional(),
});

/** A rule's target. @throws {TemplateError} for a role that EventBridge may not take, or more than one kind of input */
export function targetOf(target: z.output<typeof targetShape>, plan: Plan): RuleTarget {
  if (target.RoleArn !== undefined) requireTrust(plan, target.RoleArn, 'events.amazonaws.com');
  return {
    id: target.Id,
    arn: target.Arn,
    roleArn: target.RoleArn ?? null,
    messageGroupId: target.SqsParameters?.MessageGroupId ?? null,
    input: inputOf(target),
    deadLetterArn: target.DeadLetterConfig?.Arn ?? null,
    maxRetries: target.RetryPolicy.MaximumRetryAttempts,
    maxAgeSeconds: target.RetryPolicy.MaximumEventAgeInSeconds,
  };
}

function inputOf({ Id, Input, InputPath, InputTransformer }: z.output<typeof targetShape>): InputPlan {
  if ([Input, InputPath, InputTransformer].filter((one) => one !== undefined).length > 1)
    throw new TemplateError(`target ${Id} may have one of Input, InputPath and InputTransformer`);
  if (Input !== undefined) return { kind: 'constant', text: Input };
  if (InputPath !== undefined) return { kind: 'path', path: InputPath };
  if (InputTransformer === undefined) return { kind: 'event' };
  return { kind: 'template', paths: InputTransformer.InputPathsMap, template: InputTransformer.InputTemplate };
}
