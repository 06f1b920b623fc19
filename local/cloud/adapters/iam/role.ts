import { z } from 'zod';
import type { Plan } from '../../plan/plan.ts';
import type { PolicyDocument } from '../../plan/rolePlan.ts';
import { TemplateError } from '../../template/templateError.ts';
import { defineAdapter } from '../adapter.ts';
import { physicalName, serviceId } from '../physicalName.ts';
import { properties, skip, tags, text } from '../shapes.ts';
import { awsManagedPolicies } from './awsManagedPolicies.ts';
import { policyDocument, withoutNotRun } from './policyDocument.ts';
import { trustedServices } from './trust.ts';

export const role = defineAdapter({
  type: 'AWS::IAM::Role',
  properties: properties({
    RoleName: text.optional(),
    Path: text.default('/'),
    AssumeRolePolicyDocument: policyDocument,
    ManagedPolicyArns: z.array(text).default([]),
    Policies: z.array(properties({ PolicyName: text, PolicyDocument: policyDocument })).default([]),
    Description: skip('says nothing to a machine'),
    MaxSessionDuration: skip('local credentials do not expire'),
    Tags: tags,
  }),
  plan(role, { environment, logicalId, plan }) {
    const name = role.RoleName ?? physicalName(environment.stackName, logicalId, 64);
    const arn = `arn:aws:iam::${environment.accountId}:role${role.Path}${name}`;
    plan.roles.set(name, {
      name,
      arn,
      trustedServices: trustedServices(role.AssumeRolePolicyDocument),
      policies: [
        ...role.Policies.map((policy) => withoutNotRun(policy.PolicyDocument)),
        ...role.ManagedPolicyArns.flatMap((policyArn) => managedPolicy(policyArn, plan)),
      ],
    });
    return { ref: name, attributes: { Arn: arn, RoleId: `AROA${serviceId(arn, 17).toUpperCase()}` } };
  },
});

function managedPolicy(arn: string, plan: Plan): PolicyDocument[] {
  const planned = plan.managedPolicies.get(arn);
  if (planned !== undefined) return [planned.document];
  if (Object.hasOwn(awsManagedPolicies, arn.replace('arn:aws:iam::aws:policy/', ''))) return [];
  throw new TemplateError(`property ManagedPolicyArns names ${arn}, a policy the local cloud does not know`);
}
