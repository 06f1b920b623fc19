import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import {
  CreateScheduleCommand,
  DeleteScheduleCommand,
  GetScheduleCommand,
  ListSchedulesCommand,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import {
  DescribeExecutionCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startEndpoint } from '../../endpoint/endpoint.ts';
import { LOCAL_ADMINISTRATOR } from '../../iam/administrator.ts';
import { createPrincipals } from '../../iam/principals.ts';
import { createMetrics } from '../../metrics/metrics.ts';
import { AssetStore } from '../assembly/assetStore.ts';
import { Lifecycle } from '../lifecycle.ts';
import { planOf, roleFor } from '../plan/fixture.ts';
import type { Plan } from '../plan/plan.ts';
import { prepareAutomation, type Automation } from './automation.ts';
import { startServices, type Services } from './services.ts';

const REGION = 'us-west-2';
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const allow = (Action: string | string[], Resource: unknown) => [
  { PolicyName: 'p', PolicyDocument: { Statement: [{ Effect: 'Allow', Action, Resource }] } },
];
const letIn = (service: string, action: string, resource: unknown, source?: unknown) => ({
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Service: service },
      Action: action,
      Resource: resource,
      ...(source === undefined ? {} : { Condition: { ArnEquals: { 'aws:SourceArn': source } } }),
    },
  ],
});
const queuePolicy = (queue: string, source?: unknown) => ({
  Type: 'AWS::SQS::QueuePolicy',
  Properties: {
    Queues: [{ Ref: queue }],
    PolicyDocument: letIn('events.amazonaws.com', 'sqs:SendMessage', arnOf(queue), source),
  },
});
const queue = { Type: 'AWS::SQS::Queue', Properties: {} };
const busRule = (type: string, ...Targets: object[]) => ({
  Type: 'AWS::Events::Rule',
  Properties: { EventBusName: { Ref: 'Bus' }, EventPattern: { 'detail-type': [type] }, Targets },
});

const code = `
export const handler = async (event) => {
  console.log(JSON.stringify({
    _aws: { Timestamp: Date.now(), CloudWatchMetrics: [{ Namespace: 'Test', Dimensions: [[]], Metrics: [{ Name: 'Seen', Unit: 'Count' }] }] },
    Seen: 1,
  }));
  console.log('got ' + JSON.stringify(event));
  if (event.fail) throw new RangeError('asked to fail');
  return { doubled: event.value * 2 };
};`;

const resources = {
  Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'hotel' } },
  Seen: queue,
  SeenPolicy: queuePolicy('Seen', arnOf('ToQueue')),
  Closed: queue,
  Dead: queue,
  DeadPolicy: queuePolicy('Dead'),
  Role: roleFor('lambda.amazonaws.com'),
  Worker: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Code: { S3Bucket: 'b', S3Key: 'code' },
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Role: arnOf('Role'),
    },
  },
  Permission: {
    Type: 'AWS::Lambda::Permission',
    Properties: {
      Action: 'lambda:InvokeFunction',
      FunctionName: arnOf('Worker'),
      Principal: 'events.amazonaws.com',
      SourceArn: arnOf('ToFunction'),
    },
  },
  ToQueue: busRule('ReminderDue', {
    Id: 'q',
    Arn: arnOf('Seen'),
    InputTransformer: {
      InputPathsMap: { b: '$.detail.booking' },
      InputTemplate: '{"booking": <b>, "note": "for <b>"}',
    },
  }),
  ToFunction: busRule('Work', { Id: 'f', Arn: arnOf('Worker'), InputPath: '$.detail' }),
  NotAllowed: busRule('Forbidden', {
    Id: 'x',
    Arn: arnOf('Worker'),
    DeadLetterConfig: { Arn: arnOf('Dead') },
  }),
  StatesRole: roleFor('states.amazonaws.com', allow('lambda:InvokeFunction', arnOf('Worker'))),
  Machine: {
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: {
      RoleArn: arnOf('StatesRole'),
      DefinitionString: {
        'Fn::Join': [
          '',
          [
            '{"StartAt":"Each","States":{"Each":{"Type":"Map","ItemsPath":"$.values","End":true,"ItemSelector":{"value.$":"$$.Map.Item.Value"},"ItemProcessor":{"ProcessorConfig":{"Mode":"INLINE"},"StartAt":"Call","States":{"Call":{"Type":"Task","End":true,"Resource":"arn:aws:states:::lambda:invoke","OutputPath":"$.Payload","Parameters":{"FunctionName":"',
            arnOf('Worker'),
            '","Payload.$":"$"}}}}}}}',
          ],
        ],
      },
    },
  },
  RuleRole: roleFor('events.amazonaws.com', allow('states:StartExecution', { Ref: 'Machine' })),
  ToMachine: busRule('Check', {
    Id: 'm',
    Arn: { Ref: 'Machine' },
    RoleArn: arnOf('RuleRole'),
    Input: '{"values":[1,2,3]}',
  }),
  SchedulerRole: roleFor('scheduler.amazonaws.com', allow('events:PutEvents', arnOf('Bus'))),
  Caller: roleFor(
    'lambda.amazonaws.com',
    allow(['events:PutEvents', 'scheduler:*', 'iam:PassRole', 'states:StartExecution'], '*'),
  ),
  Stranger: roleFor('lambda.amazonaws.com', allow('scheduler:*', '*')),
};

const folder = mkdtempSync(join(tmpdir(), 'automation-'));
const lines: string[] = [];
const metrics = createMetrics({ log: (line) => lines.push(line) });
const lifecycle = new Lifecycle();
let plan: Plan;
let automation: Automation;
let services: Services;
let clients: (role?: string) => { events: EventBridgeClient; scheduler: SchedulerClient; states: SFNClient };

beforeAll(async () => {
  writeFileSync(join(folder, 'index.mjs'), code);
  const assets = new AssetStore();
  assets.add('b', 'code', { path: folder, packaging: 'zip' });
  plan = planOf(resources, assets);
  const accountId = '000000000000';
  const principals = createPrincipals({ accountId, region: REGION });
  const log = (line: string) => void lines.push(line);
  const endpoint = await startEndpoint({
    dynamodbUrl: 'http://127.0.0.1:9',
    principals,
    region: REGION,
    accountId,
    log,
  });
  lifecycle.add('endpoint', endpoint.stop);
  const settings = { endpoint, principals, region: REGION, accountId, dataFolder: null, metrics, log };
  services = await startServices(plan, settings, lifecycle);
  automation = prepareAutomation(plan, { ...settings, ...services }, lifecycle);
  automation.start();
  clients = (role) => {
    const credentials =
      role === undefined
        ? LOCAL_ADMINISTRATOR
        : principals.assume(`arn:aws:iam::${accountId}:role/Demo-${role}`, 'test');
    const config = { endpoint: endpoint.url, region: REGION, credentials, maxAttempts: 1 };
    return {
      events: new EventBridgeClient(config),
      scheduler: new SchedulerClient(config),
      states: new SFNClient(config),
    };
  };
});
afterAll(async () => {
  await lifecycle.stop();
  rmSync(folder, { recursive: true });
});

const put = (type: string, detail: object, role?: string) =>
  clients(role).events.send(
    new PutEventsCommand({
      Entries: [{ EventBusName: 'hotel', Source: 'keyrack', DetailType: type, Detail: JSON.stringify(detail) }],
    }),
  );

type Message = { Body: string; ReceiptHandle: string; MessageAttributes: Record<string, { StringValue: string }> };

/** Takes what has arrived in a queue within two seconds. */
async function receive(name: string): Promise<Message | undefined> {
  const QueueUrl = [...plan.queues.values()].find((one) => one.name === `Demo-${name}`)?.url;
  const call = (operation: string, input: object) =>
    services.messaging.call({ service: 'sqs', operation, input: { QueueUrl, ...input }, as: LOCAL_ADMINISTRATOR });
  const { Messages = [] } = await call('ReceiveMessage', { WaitTimeSeconds: 2, MessageAttributeNames: ['All'] });
  const [message] = Messages as Message[];
  if (message !== undefined) await call('DeleteMessage', { ReceiptHandle: message.ReceiptHandle });
  return message;
}

const atRest = () =>
  vi.waitFor(() => expect(automation.workers.map(({ pending }) => pending())).toEqual([0, 0]), { timeout: 10_000 });
const printed = (text: string) =>
  vi.waitFor(() => expect(lines.filter((line) => line.includes(text))).not.toEqual([]), { timeout: 10_000 });

describe('rules', () => {
  it('send events to a queue that lets them in, shaped by their transformer', async () => {
    const answer = await put('ReminderDue', { booking: 'b-1' }, 'Caller');
    expect(answer).toMatchObject({ FailedEntryCount: 0, Entries: [{ EventId: expect.any(String) }] });
    expect(JSON.parse((await receive('Seen'))?.Body ?? '')).toEqual({ booking: 'b-1', note: 'for b-1' });
    await atRest();
  });

  it('invoke functions by their permission, whose metrics are read', async () => {
    await put('Work', { value: 21 });
    await printed('got {"value":21}');
    await vi.waitFor(() => expect(metrics.get('Test', 'Seen')?.sum).toBeGreaterThan(0), 10_000);
  });

  it('lay what they may not deliver into the dead letter queue, with the reason', async () => {
    await put('Forbidden', { value: 1 });
    const dead = await receive('Dead');
    expect(JSON.parse(dead?.Body ?? '')).toMatchObject({
      'detail-type': 'Forbidden',
      source: 'keyrack',
      detail: { value: 1 },
    });
    expect(dead?.MessageAttributes).toMatchObject({
      ERROR_CODE: { StringValue: 'NO_PERMISSIONS' },
      RULE_ARN: { StringValue: 'arn:aws:events:us-west-2:000000000000:rule/hotel/Demo-NotAllowed' },
      RETRY_ATTEMPTS: { StringValue: '0' },
    });
  });

  it('start state machines in their role', async () => {
    await put('Check', {});
    const { states } = clients();
    const stateMachineArn = [...plan.stateMachines.keys()][0];
    await atRest();
    const { executions = [] } = await states.send(new ListExecutionsCommand({ stateMachineArn }));
    expect(executions).toMatchObject([{ status: 'SUCCEEDED' }]);
    const described = await states.send(new DescribeExecutionCommand({ executionArn: executions[0]?.executionArn }));
    expect(JSON.parse(described.output ?? '')).toEqual([{ doubled: 2 }, { doubled: 4 }, { doubled: 6 }]);
    expect(described.stopDate?.getTime()).toBeGreaterThanOrEqual(described.startDate?.getTime() ?? 0);
  });
});

describe('PutEvents', () => {
  it('needs the right to the bus', async () => {
    await expect(put('ReminderDue', {}, 'Stranger')).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining(
        'events:PutEvents on resource: arn:aws:events:us-west-2:000000000000:event-bus/hotel',
      ),
    });
  });

  it('fails entries by themselves, and too many of them as a whole', async () => {
    const { events } = clients();
    const entry = { Source: 'keyrack', DetailType: 't', Detail: '{}' };
    const Entries = [
      entry,
      { ...entry, Detail: '[1' },
      { ...entry, EventBusName: 'none' },
      { ...entry, Source: 'aws.x' },
    ];
    expect(await events.send(new PutEventsCommand({ Entries }))).toMatchObject({
      FailedEntryCount: 3,
      Entries: [
        { EventId: expect.any(String) },
        { ErrorCode: 'MalformedDetail' },
        { ErrorCode: 'ResourceNotFoundException' },
        { ErrorCode: 'NotAuthorizedForSourceException' },
      ],
    });
    await expect(events.send(new PutEventsCommand({ Entries: Array(11).fill(entry) }))).rejects.toMatchObject({
      name: 'ValidationException',
    });
  });
});

describe('schedules made by calls', () => {
  const inSeconds = (seconds: number) => `at(${new Date(Date.now() + seconds * 1000).toISOString().slice(0, 19)})`;
  const reminder = (expression: string, more: object = {}) => ({
    Name: 'reminder-1',
    ScheduleExpression: expression,
    FlexibleTimeWindow: { Mode: 'OFF' as const },
    ActionAfterCompletion: 'DELETE' as const,
    Target: {
      Arn: 'arn:aws:events:us-west-2:000000000000:event-bus/hotel',
      RoleArn: 'arn:aws:iam::000000000000:role/Demo-SchedulerRole',
      Input: '{"booking":"b-2","due":"<aws.scheduler.scheduled-time>"}',
      EventBridgeParameters: { DetailType: 'ReminderDue', Source: 'keyrack.reminders' },
    },
    ...more,
  });

  it('happen once, and are gone then', async () => {
    const { scheduler } = clients('Caller');
    const { ScheduleArn } = await scheduler.send(new CreateScheduleCommand(reminder(inSeconds(5))));
    expect(ScheduleArn).toBe('arn:aws:scheduler:us-west-2:000000000000:schedule/default/reminder-1');
    expect(await scheduler.send(new GetScheduleCommand({ Name: 'reminder-1' }))).toMatchObject({
      State: 'ENABLED',
      CreationDate: expect.any(Date),
      Target: { EventBridgeParameters: { DetailType: 'ReminderDue' } },
    });
    const message = await vi.waitFor(
      async () => (await receive('Seen')) ?? expect.fail('It has not happened.'),
      15_000,
    );
    expect(JSON.parse(message.Body)).toEqual({ booking: 'b-2', note: 'for b-2' });
    const isGone = () =>
      expect(scheduler.send(new GetScheduleCommand({ Name: 'reminder-1' }))).rejects.toMatchObject({
        name: 'ResourceNotFoundException',
      });
    await vi.waitFor(isGone, 10_000);
  });

  it('can be changed, listed and deleted', async () => {
    const { scheduler } = clients('Caller');
    await scheduler.send(new CreateScheduleCommand(reminder(inSeconds(3600))));
    await expect(scheduler.send(new CreateScheduleCommand(reminder(inSeconds(3600))))).rejects.toMatchObject({
      name: 'ConflictException',
    });
    await scheduler.send(new UpdateScheduleCommand(reminder('rate(2 hours)', { State: 'DISABLED' })));
    const { Schedules } = await scheduler.send(new ListSchedulesCommand({ NamePrefix: 'rem', State: 'DISABLED' }));
    expect(Schedules).toMatchObject([{ Name: 'reminder-1', GroupName: 'default' }]);
    await scheduler.send(new DeleteScheduleCommand({ Name: 'reminder-1' }));
    expect((await scheduler.send(new ListSchedulesCommand({}))).Schedules).toEqual([]);
  });

  it.each([
    ['in the past', reminder('at(2020-01-01T00:00:00)'), 'ValidationException', 'is in the past'],
    [
      'in a group that is not there',
      reminder('rate(1 hour)', { GroupName: 'none' }),
      'ResourceNotFoundException',
      'none',
    ],
    [
      'with a window',
      reminder('rate(1 hour)', { FlexibleTimeWindow: { Mode: 'FLEXIBLE' } }),
      'ValidationException',
      'OFF',
    ],
    [
      'with a role that does not trust it',
      reminder('rate(1 hour)', {
        Target: { ...reminder('').Target, RoleArn: 'arn:aws:iam::000000000000:role/Demo-Role' },
      }),
      'ValidationException',
      'must allow AWS EventBridge Scheduler to assume the role',
    ],
  ])('are refused %s', async (_, input, name, message) => {
    const call = clients('Caller').scheduler.send(new CreateScheduleCommand(input));
    await expect(call).rejects.toMatchObject({ name, message: expect.stringContaining(message) });
  });

  it('need the right to pass the role on', async () => {
    const call = clients('Stranger').scheduler.send(new CreateScheduleCommand(reminder(inSeconds(60))));
    await expect(call).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('iam:PassRole'),
    });
  });
});

describe('executions', () => {
  const stateMachineArn = 'arn:aws:states:us-west-2:000000000000:stateMachine:Demo-Machine';
  const start = (input: string, name?: string, role?: string) =>
    clients(role).states.send(new StartExecutionCommand({ stateMachineArn, input, name }));

  it('fail with what the function threw', async () => {
    const { states } = clients();
    const { executionArn } = await states.send(
      new StartExecutionCommand({ stateMachineArn, input: '{"values":[1],"unused":true}', name: 'first' }),
    );
    await atRest();
    await expect(start('{"values":[1]}', 'first')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
    const { events = [] } = await states.send(new GetExecutionHistoryCommand({ executionArn }));
    expect(events.map(({ type }) => type)).toEqual([
      'ExecutionStarted',
      'MapStateEntered',
      'MapIterationStarted',
      'TaskStateEntered',
      'TaskStateExited',
      'MapIterationSucceeded',
      'MapStateExited',
      'ExecutionSucceeded',
    ]);
  });

  it('need their rights', async () => {
    await expect(start('{"values":[]}', undefined, 'Stranger')).rejects.toMatchObject({
      name: 'AccessDeniedException',
    });
    const { executionArn } = await start('{"values":[]}', undefined, 'Caller');
    const describe = clients('Caller').states.send(new DescribeExecutionCommand({ executionArn }));
    await expect(describe).rejects.toMatchObject({ message: expect.stringContaining('states:DescribeExecution') });
    await atRest();
    const stop = clients().states.send(new StopExecutionCommand({ executionArn }));
    expect(await stop).toMatchObject({ stopDate: expect.any(Date) });
  });

  it.each([
    ['no JSON', '{', undefined, 'InvalidExecutionInput'],
    ['a bad name', '{}', 'a b', 'InvalidName'],
  ])('are refused for %s', async (_, input, name, error) => {
    await expect(start(input, name)).rejects.toMatchObject({ name: error });
  });
});
