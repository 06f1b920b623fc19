import { z } from 'zod';
import { defineAdapter } from '../adapter.ts';
import { physicalName } from '../physicalName.ts';
import { properties, skip, text } from '../shapes.ts';
import { attach } from './attach.ts';
import { policyDocument, withoutNotRun } from './policyDocument.ts';

export const managedPolicy = defineAdapter({
  type: 'AWS::IAM::ManagedPolicy',
  properties: properties({
    ManagedPolicyName: text.optional(),
    Path: text.default('/'),
    PolicyDocument: policyDocument,
    Roles: z.array(text).default([]),
    Description: skip('says nothing to a machine'),
  }),
  plan(policy, { environment, logicalId, plan }) {
    const name = policy.ManagedPolicyName ?? physicalName(environment.stackName, logicalId, 128);
    const arn = `arn:aws:iam::${environment.accountId}:policy${policy.Path}${name}`;
    const document = withoutNotRun(policy.PolicyDocument);
    plan.managedPolicies.set(arn, { arn, document });
    attach(plan, policy.Roles, document);
    return { ref: arn, attributes: { PolicyArn: arn } };
  },
});
