import { z } from 'zod';
import { defineAdapter } from '../adapter.ts';
import { properties, text } from '../shapes.ts';
import { attach } from './attach.ts';
import { policyDocument, withoutNotRun } from './policyDocument.ts';

export const policy = defineAdapter({
  type: 'AWS::IAM::Policy',
  properties: properties({ PolicyName: text, PolicyDocument: policyDocument, Roles: z.array(text) }),
  plan(policy, { plan }) {
    attach(plan, policy.Roles, withoutNotRun(policy.PolicyDocument));
    return { ref: policy.PolicyName, attributes: {} };
  },
});
