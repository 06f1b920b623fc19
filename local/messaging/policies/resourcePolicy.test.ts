import { describe, expect, it } from 'vitest';
import { compileResourcePolicy } from './resourcePolicy.ts';

const queue = 'arn:aws:sqs:eu-west-1:111122223333:q';
const topic = 'arn:aws:sns:eu-west-1:111122223333:t';
const statement = (more: object) => ({ Effect: 'Allow', Action: 'sqs:SendMessage', Resource: queue, ...more });
const policyOf = (...Statement: object[]) => compileResourcePolicy([{ Statement }], 'the policy');
const sns = { service: 'sns.amazonaws.com', sourceArn: topic };
const role = { roleArn: 'arn:aws:iam::111122223333:role/R' };

describe('a resource’s policy', () => {
  it('lets a service in for the resource that it names', () => {
    const says = policyOf(
      statement({ Principal: { Service: sns.service }, Condition: { ArnEquals: { 'aws:SourceArn': topic } } }),
    );
    expect(says(sns, 'sqs:SendMessage', queue)).toBe('allow');
    expect(says({ ...sns, sourceArn: `${topic}2` }, 'sqs:SendMessage', queue)).toBe('silent');
    expect(says({ ...sns, service: 'events.amazonaws.com' }, 'sqs:SendMessage', queue)).toBe('silent');
    expect(says(sns, 'sqs:ReceiveMessage', queue)).toBe('silent');
    expect(says(role, 'sqs:SendMessage', queue)).toBe('silent');
  });

  it.each([
    ['ArnLike', { 'aws:SourceArn': 'arn:aws:sns:*:*:t*' }],
    ['StringEquals', { 'AWS:SourceAccount': '111122223333' }],
    ['StringLike', { 'aws:SourceArn': ['nobody', '*:t'] }],
  ])('knows %s of the source', (operator, condition) => {
    const says = policyOf(statement({ Principal: '*', Condition: { [operator]: condition } }));
    expect(says(sns, 'sqs:SendMessage', queue)).toBe('allow');
    expect(says({ ...sns, sourceArn: 'arn:aws:sns:eu-west-1:999:x' }, 'sqs:SendMessage', queue)).toBe('silent');
  });

  it('lets roles in by name, and leaves an account’s own to their policies', () => {
    const says = policyOf(statement({ Principal: { AWS: ['arn:aws:iam::111122223333:root', role.roleArn] } }));
    expect(says(role, 'sqs:SendMessage', queue)).toBe('allow');
    expect(says({ roleArn: 'arn:aws:iam::111122223333:role/Other' }, 'sqs:SendMessage', queue)).toBe('silent');
  });

  it('denies calls without TLS, of which there are none', () => {
    const says = policyOf(
      statement({
        Effect: 'Deny',
        Action: 'sqs:*',
        Principal: { AWS: '*' },
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
    expect(says(role, 'sqs:SendMessage', queue)).toBe('silent');
  });

  it('denies before it allows', () => {
    const says = policyOf(statement({ Principal: '*' }), statement({ Principal: '*', Effect: 'Deny' }));
    expect(says(sns, 'sqs:SendMessage', queue)).toBe('deny');
  });
});

it.each([
  ['a missing principal', {}, 'Principal is missing'],
  ['another kind of principal', { Principal: { Federated: 'x' } }, 'kind Federated'],
  [
    'an operator it does not know',
    { Principal: '*', Condition: { ArnNotLike: { 'aws:SourceArn': 'x' } } },
    'ArnNotLike',
  ],
  [
    'a key it cannot answer',
    { Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o' } } },
    'PrincipalOrgID',
  ],
])('refuses %s', (_, more, message) => {
  expect(() => policyOf(statement(more))).toThrow(message);
});
