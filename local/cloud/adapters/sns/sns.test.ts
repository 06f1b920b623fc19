import { describe, expect, it } from 'vitest';
import { planOf } from '../../plan/fixture.ts';

const topic = (properties: Record<string, unknown> = {}) => ({ Type: 'AWS::SNS::Topic', Properties: properties });
const queue = (properties: Record<string, unknown> = {}) => ({ Type: 'AWS::SQS::Queue', Properties: properties });
const arnOf = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });
const subscription = (properties: Record<string, unknown>) => ({
  Type: 'AWS::SNS::Subscription',
  Properties: { TopicArn: { Ref: 'Bookings' }, Protocol: 'sqs', ...properties },
});

describe('a topic', () => {
  it('gets its subscriptions and policies', () => {
    const plan = planOf({
      Key: { Type: 'AWS::KMS::Key' },
      Alarm: { Type: 'AWS::CloudWatch::Alarm' },
      Bookings: topic({ DisplayName: 'Bookings', KmsMasterKeyId: arnOf('Key') }),
      Policy: {
        Type: 'AWS::SNS::TopicPolicy',
        Properties: {
          Topics: [{ Ref: 'Bookings' }],
          PolicyDocument: {
            Statement: [
              { Effect: 'Allow', Action: 'sns:Publish', Resource: '*', Principal: { Service: 'events.amazonaws.com' } },
              {
                Effect: 'Allow',
                Action: 'sns:Publish',
                Resource: '*',
                Principal: { Service: 'cloudwatch.amazonaws.com' },
                Condition: { ArnEquals: { 'aws:SourceArn': arnOf('Alarm') } },
              },
            ],
          },
        },
      },
      Work: queue(),
      Dead: queue(),
      ToQueue: subscription({
        Endpoint: arnOf('Work'),
        RawMessageDelivery: true,
        FilterPolicy: { pms_kind: ['webhook'] },
        RedrivePolicy: { deadLetterTargetArn: arnOf('Dead') },
      }),
      ToPeople: subscription({ Protocol: 'email', Endpoint: 'ops@hotels.example' }),
    });
    const [planned] = plan.topics.values();
    expect(planned).toMatchObject({
      arn: 'arn:aws:sns:us-west-2:000000000000:Demo-Bookings',
      policies: [{ Statement: [{ Principal: { Service: 'events.amazonaws.com' } }] }],
    });
    expect(planned?.policies[0]?.Statement).toHaveLength(1);
    expect(planned?.subscriptions).toMatchObject([
      {
        protocol: 'sqs',
        endpoint: 'arn:aws:sqs:us-west-2:000000000000:Demo-Work',
        raw: true,
        filter: { scope: 'MessageAttributes', policy: { pms_kind: ['webhook'] } },
        deadLetterArn: 'arn:aws:sqs:us-west-2:000000000000:Demo-Dead',
      },
      { protocol: 'email', endpoint: 'ops@hotels.example', raw: false, filter: null },
    ]);
  });

  it.each([
    ['other protocols', { Protocol: 'https', Endpoint: 'https://x.example' }, 'only queues and e-mail addresses'],
    ['unknown queues', { Endpoint: 'arn:x' }, 'names arn:x, which is not in the templates'],
    ['FIFO queues of standard topics', { Endpoint: arnOf('Fifo') }, 'only FIFO topics deliver to FIFO queues'],
    ['filters that SNS would not take', { Endpoint: arnOf('Work'), FilterPolicy: { kind: [{ like: 'x' }] } }, 'like'],
  ])('refuses %s', (_, properties, message) => {
    const resources = { Bookings: topic(), Work: queue(), Fifo: queue({ FifoQueue: true }) };
    expect(() => planOf({ ...resources, Subscription: subscription(properties) })).toThrow(message);
  });
});
