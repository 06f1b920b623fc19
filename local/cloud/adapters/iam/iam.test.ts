import { describe, expect, it } from 'vitest';
import { planOf, roleFor } from '../../plan/fixture.ts';

describe('IAM', () => {
  const document = {
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: '*' }],
  };

  it('collects inline, attached and managed policies of a role', () => {
    const role = roleFor('lambda.amazonaws.com', [{ PolicyName: 'inline', PolicyDocument: document }]);
    (role.Properties as Record<string, unknown>).ManagedPolicyArns = [
      {
        'Fn::Join': [
          '',
          ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
        ],
      },
      { Ref: 'Managed' },
    ];
    const plan = planOf({
      Role: role,
      Managed: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: document } },
      Attached: {
        Type: 'AWS::IAM::Policy',
        Properties: { PolicyName: 'a', PolicyDocument: document, Roles: [{ Ref: 'Role' }] },
      },
    });
    expect(plan.roles.get('Demo-Role')).toMatchObject({
      trustedServices: ['lambda.amazonaws.com'],
      policies: [document, document, document],
    });
  });

  it('refuses managed policies that it does not know', () => {
    const role = roleFor('lambda.amazonaws.com');
    (role.Properties as Record<string, unknown>).ManagedPolicyArns = ['arn:aws:iam::aws:policy/AdministratorAccess'];
    expect(() => planOf({ Role: role })).toThrow(
      'names arn:aws:iam::aws:policy/AdministratorAccess, a policy the local cloud does not know',
    );
  });
});
