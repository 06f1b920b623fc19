import { describe, expect, it } from 'vitest';
import { planOf } from '../../plan/fixture.ts';

const queue = (properties: Record<string, unknown> = {}) => ({ Type: 'AWS::SQS::Queue', Properties: properties });
const arnOf = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });
const redrive = (to: unknown) => ({ RedrivePolicy: { deadLetterTargetArn: to, maxReceiveCount: 5 } });

describe('a queue', () => {
  it('gets name, URL below the endpoint, attributes and dead-letter queue', () => {
    const plan = planOf({
      Work: queue({
        VisibilityTimeout: '300',
        DelaySeconds: 0,
        KmsMasterKeyId: 'alias/aws/sqs',
        ...redrive(arnOf('Dead')),
      }),
      Dead: queue({ MessageRetentionPeriod: 1_209_600, SqsManagedSseEnabled: true }),
    });
    const deadLetterArn = 'arn:aws:sqs:us-west-2:000000000000:Demo-Dead';
    expect(plan.queues.get('arn:aws:sqs:us-west-2:000000000000:Demo-Work')).toMatchObject({
      name: 'Demo-Work',
      url: 'http://127.0.0.1:4566/000000000000/Demo-Work',
      fifo: false,
      attributes: { VisibilityTimeout: '300', DelaySeconds: '0' },
      redrive: { deadLetterArn, maxReceiveCount: 5 },
    });
    expect(plan.queues.get(deadLetterArn)?.attributes).toEqual({ MessageRetentionPeriod: '1209600' });
  });

  it('of the FIFO kind is named so', () => {
    const plan = planOf({
      Orders: queue({
        FifoQueue: true,
        ContentBasedDeduplication: true,
        DeduplicationScope: 'messageGroup',
        FifoThroughputLimit: 'perMessageGroupId',
      }),
    });
    expect([...plan.queues.values()]).toMatchObject([
      {
        name: 'Demo-Orders.fifo',
        fifo: true,
        attributes: { ContentBasedDeduplication: 'true', DeduplicationScope: 'messageGroup' },
      },
    ]);
  });

  it.each([
    ['a name of the other kind', { A: queue({ QueueName: 'a.fifo' }) }, 'names of FIFO queues end in .fifo'],
    ['FIFO properties', { A: queue({ ContentBasedDeduplication: true }) }, 'is for FIFO queues only'],
    ['times out of range', { A: queue({ VisibilityTimeout: 43_201 }) }, 'property VisibilityTimeout is 43201'],
    ['unknown dead-letter queues', { A: queue(redrive('arn:x')) }, 'names arn:x, which is not in the templates'],
    [
      'dead-letter queues of the other kind',
      { A: queue(redrive(arnOf('B'))), B: queue({ FifoQueue: true }) },
      'are of one kind',
    ],
    [
      'dead-letter queues that take no others’',
      { A: queue(redrive(arnOf('B'))), B: queue({ RedriveAllowPolicy: { redrivePermission: 'denyAll' } }) },
      'whose RedriveAllowPolicy does not let it',
    ],
  ])('refuses %s', (_, resources, message) => {
    expect(() => planOf(resources)).toThrow(message);
  });
});

describe('a queue’s policy', () => {
  const policy = (Statement: unknown) => ({
    Type: 'AWS::SQS::QueuePolicy',
    Properties: { PolicyDocument: { Statement }, Queues: [{ Ref: 'Work' }] },
  });
  const statement = { Effect: 'Allow', Action: 'sqs:SendMessage', Resource: arnOf('Work') };

  it('is kept with the queue', () => {
    const plan = planOf({
      Work: queue(),
      Policy: policy([{ ...statement, Principal: { Service: 'sns.amazonaws.com' } }]),
    });
    expect([...plan.queues.values()][0]?.policies).toMatchObject([{ Statement: [{ Effect: 'Allow' }] }]);
  });

  it('is refused when it cannot be decided', () => {
    const odd = { ...statement, Principal: '*', Condition: { DateGreaterThan: { 'aws:CurrentTime': '2026-01-01' } } };
    expect(() => planOf({ Work: queue(), Policy: policy([odd]) })).toThrow('aws:CurrentTime');
  });
});
