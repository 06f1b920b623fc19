import { describe, expect, it } from 'vitest';
import { AssetStore } from '../../assembly/assetStore.ts';
import { planOf, roleFor } from '../../plan/fixture.ts';

const assets = new AssetStore();
assets.add('b', 'code', { path: '/assembly/code', packaging: 'zip' });
const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const worker = {
  Role: roleFor('lambda.amazonaws.com'),
  Worker: {
    Type: 'AWS::Lambda::Function',
    Properties: { Code: { S3Bucket: 'b', S3Key: 'code' }, Handler: 'i.h', Runtime: 'nodejs24.x', Role: arn('Role') },
  },
};
const bus = { Type: 'AWS::Events::EventBus', Properties: { Name: 'hotel' } };
const rule = (more: object) => ({ Type: 'AWS::Events::Rule', Properties: more });
const plan = (resources: Record<string, unknown>) => planOf({ ...worker, ...resources }, assets).events;

describe('EventBridge', () => {
  it('takes buses and rules with their targets', () => {
    const target = {
      Id: 'T',
      Arn: arn('Worker'),
      InputTransformer: { InputPathsMap: { a: '$.detail.a' }, InputTemplate: '{"a":<a>}' },
      RetryPolicy: { MaximumEventAgeInSeconds: 60, MaximumRetryAttempts: 2 },
      DeadLetterConfig: { Arn: 'arn:aws:sqs:us-west-2:000000000000:dead' },
    };
    const { buses, rules } = plan({
      Bus: bus,
      Rule: rule({
        EventBusName: { Ref: 'Bus' },
        EventPattern: { source: ['keyrack'] },
        State: 'ENABLED',
        Targets: [target],
      }),
    });
    expect(buses).toEqual([{ name: 'hotel', arn: 'arn:aws:events:us-west-2:000000000000:event-bus/hotel' }]);
    expect(rules).toEqual([
      {
        name: 'Demo-Rule',
        arn: 'arn:aws:events:us-west-2:000000000000:rule/hotel/Demo-Rule',
        busName: 'hotel',
        pattern: { source: ['keyrack'] },
        schedule: null,
        enabled: true,
        targets: [
          {
            id: 'T',
            arn: 'arn:aws:lambda:us-west-2:000000000000:function:Demo-Worker',
            roleArn: null,
            messageGroupId: null,
            input: { kind: 'template', paths: { a: '$.detail.a' }, template: '{"a":<a>}' },
            deadLetterArn: 'arn:aws:sqs:us-west-2:000000000000:dead',
            maxRetries: 2,
            maxAgeSeconds: 60,
          },
        ],
      },
    ]);
  });

  it.each([
    ['a pattern that is none', { EventPattern: { source: 'keyrack' } }, 'source'],
    ['a bus that is not there', { EventBusName: 'none', EventPattern: { source: ['a'] } }, 'there is no bus none'],
    ['a schedule that is none', { ScheduleExpression: 'rate(5 minute)' }, 'rate(5 minute) is no rate'],
    [
      'a schedule on another bus',
      { EventBusName: { Ref: 'Bus' }, ScheduleExpression: 'rate(5 minutes)' },
      'only rules of the default bus',
    ],
    [
      'a role that EventBridge may not take',
      { ScheduleExpression: 'rate(5 minutes)', Targets: [{ Id: 'T', Arn: arn('Worker'), RoleArn: arn('Role') }] },
      'role Demo-Role does not trust events.amazonaws.com',
    ],
    [
      'two kinds of input',
      {
        ScheduleExpression: 'rate(5 minutes)',
        Targets: [{ Id: 'T', Arn: arn('Worker'), Input: '{}', InputPath: '$' }],
      },
      'target T may have one of',
    ],
    [
      'parameters of a target that is not run',
      { ScheduleExpression: 'rate(5 minutes)', Targets: [{ Id: 'T', Arn: arn('Worker'), EcsParameters: {} }] },
      'Targets[0].EcsParameters is not known',
    ],
  ])('refuses %s', (_, properties, message) => {
    expect(() => plan({ Bus: bus, Rule: rule(properties) })).toThrow(message);
  });
});

describe('permissions', () => {
  const permission = (more: object = {}) => ({
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: { Ref: 'Worker' },
      Principal: 'events.amazonaws.com',
      ...more,
    },
  });

  it('say which service may invoke a function, and for what', () => {
    expect(plan({ P: permission({ SourceArn: 'arn:aws:events:us-west-2:000000000000:rule/*' }) }).permissions).toEqual([
      {
        functionArn: 'arn:aws:lambda:us-west-2:000000000000:function:Demo-Worker',
        service: 'events.amazonaws.com',
        sourceArn: 'arn:aws:events:us-west-2:000000000000:rule/*',
        sourceAccount: null,
      },
    ]);
  });

  it.each([
    [{ Principal: '*' }, 'by the URL only'],
    [{ Principal: '111122223333' }, 'only AWS services'],
    [{ Action: 'lambda:InvokeFunctionUrl' }, 'invoking functions only'],
    [{ FunctionName: 'none' }, 'there is no function none'],
  ])('are refused with %j', (more, message) => {
    expect(() => plan({ P: permission(more) })).toThrow(message);
  });
});

describe('schedules', () => {
  const schedule = (more: object = {}) => ({
    Type: 'AWS::Scheduler::Schedule',
    Properties: {
      GroupName: { Ref: 'Group' },
      ScheduleExpression: 'rate(5 minutes)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Arn: arn('Worker'),
        RoleArn: arn('SchedulerRole'),
        Input: '{}',
        RetryPolicy: { MaximumRetryAttempts: 2 },
      },
      ...more,
    },
  });
  const around = {
    Group: { Type: 'AWS::Scheduler::ScheduleGroup', Properties: { Name: 'reminders' } },
    SchedulerRole: roleFor('scheduler.amazonaws.com'),
  };

  it('are taken in their group', () => {
    const { schedules, scheduleGroups } = plan({ ...around, S: schedule({ StartDate: '2026-11-20T12:00:00Z' }) });
    expect(scheduleGroups).toEqual(['reminders']);
    expect(schedules).toMatchObject([
      {
        Name: 'Demo-S',
        GroupName: 'reminders',
        startAt: Date.parse('2026-11-20T12:00:00Z'),
        endAt: null,
        Target: { RetryPolicy: { MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 86_400 } },
      },
    ]);
  });

  it.each([
    ['a window', { FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 5 } }, 'FlexibleTimeWindow'],
    ['a group that is not there', { GroupName: 'none' }, 'there is no group none'],
    ['a role of another service', { Target: { Arn: arn('Worker'), RoleArn: arn('Role') } }, 'does not trust scheduler'],
  ])('refuse %s', (_, more, message) => {
    expect(() => plan({ ...around, S: schedule(more) })).toThrow(message);
  });
});
