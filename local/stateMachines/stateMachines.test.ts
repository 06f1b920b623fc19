import { afterEach, describe, expect, it } from 'vitest';
import { AwsServiceError } from '../appsync/definition.ts';
import type { Execution } from './executions/execution.ts';
import { createStateMachines, type StateMachines } from './stateMachines.ts';
import type { TaskParts } from './tasks/task.ts';

const ARN = 'arn:aws:states:us-west-2:000000000000:stateMachine:m';
const LAMBDA = 'arn:aws:lambda:us-west-2:000000000000:function:f';

type Call = { service: string; operation: string; input: Record<string, unknown> };
const calls: Call[] = [];
let machines: StateMachines | undefined;
afterEach(async () => {
  await machines?.stop();
  calls.length = 0;
});

/** What a service would answer. */
type Service = (call: Call) => unknown;

/** Runs a machine of these states, the first of which begins, to its end. */
async function run(
  states: object,
  input: unknown,
  answer: Service = () => null,
  more: object = {},
): Promise<Execution> {
  const call = async ({ service, operation, input }: Call) => {
    calls.push({ service, operation, input });
    return (await answer({ service, operation, input })) as Record<string, unknown>;
  };
  const parts = { endpoint: { call }, messaging: call } as unknown as TaskParts;
  const definition = JSON.stringify({ StartAt: Object.keys(states)[0], States: states, ...more });
  const created = createStateMachines([{ name: 'm', arn: ARN, roleArn: 'arn:role', definition }], {
    ...parts,
    log: () => {},
  });
  machines = created;
  const execution = created.start({ machineArn: ARN, input: JSON.stringify(input), name: 'run' });
  await new Promise<void>((resolve) => {
    const look = () => (created.pending() === 0 ? resolve() : setImmediate(look));
    look();
  });
  return created.get(execution.arn);
}

const outputOf = ({ output, error, cause }: Execution): unknown =>
  output === null ? { error, cause } : JSON.parse(output);
const invoke = (more: object = { End: true }) => ({
  Type: 'Task',
  Resource: 'arn:aws:states:::lambda:invoke',
  Parameters: { FunctionName: LAMBDA, 'Payload.$': '$' },
  ...more,
});
const functionThat = (body: (payload: never) => unknown): Service => {
  return ({ input }) => ({ Payload: body(input.Payload as never) });
};
const throws = (errorType: string): Service => {
  return () => ({ FunctionError: 'Unhandled', Payload: { errorType, errorMessage: 'no' } });
};

describe('a task', () => {
  it('invokes a function with its payload and gives the answer around it', async () => {
    const execution = await run(
      { Call: invoke() },
      { a: 1 },
      functionThat((payload) => ({ got: payload })),
    );
    expect(outputOf(execution)).toEqual({ ExecutedVersion: '$LATEST', StatusCode: 200, Payload: { got: { a: 1 } } });
    expect(calls).toEqual([
      {
        service: 'lambda',
        operation: 'Invoke',
        input: { FunctionName: LAMBDA, Payload: { a: 1 }, InvocationType: 'RequestResponse' },
      },
    ]);
  });

  it('may be a function itself', async () => {
    const states = { Call: { Type: 'Task', Resource: LAMBDA, ResultPath: '$.result', End: true } };
    expect(
      outputOf(
        await run(
          states,
          { a: 1 },
          functionThat(() => 7),
        ),
      ),
    ).toEqual({ a: 1, result: 7 });
  });

  it('sends messages, publishes and calls tables', async () => {
    const task = (resource: string, Parameters: object, more: object) => ({
      Type: 'Task',
      Resource: `arn:aws:states:::${resource}`,
      Parameters,
      ResultPath: null,
      ...more,
    });
    const states = {
      A: task('sqs:sendMessage', { QueueUrl: 'u', 'MessageBody.$': '$' }, { Next: 'B' }),
      B: task('sns:publish', { TopicArn: 't', Message: 'hello', Subject: 's' }, { Next: 'C' }),
      C: task('dynamodb:getItem', { TableName: 'T', Key: { id: { 'S.$': '$.id' } } }, { End: true }),
    };
    expect(outputOf(await run(states, { id: 'x' }, () => ({})))).toEqual({ id: 'x' });
    expect(calls).toEqual([
      { service: 'sqs', operation: 'SendMessage', input: { QueueUrl: 'u', MessageBody: '{"id":"x"}' } },
      { service: 'sns', operation: 'Publish', input: { TopicArn: 't', Message: 'hello', Subject: 's' } },
      { service: 'dynamodb', operation: 'GetItem', input: { TableName: 'T', Key: { id: { S: 'x' } } } },
    ]);
  });

  it('fails by the names that AWS gives', async () => {
    const denied = () => {
      throw new AwsServiceError('AccessDeniedException', 'not you', 403);
    };
    expect(outputOf(await run({ Call: invoke() }, {}, denied))).toEqual({
      error: 'Lambda.AWSLambdaException',
      cause: 'not you (Service: Lambda; Status Code: 403; Error Code: AccessDeniedException)',
    });
    expect(outputOf(await run({ Call: invoke() }, {}, throws('RangeError')))).toEqual({
      error: 'RangeError',
      cause: '{"errorType":"RangeError","errorMessage":"no"}',
    });
    const large = functionThat(() => 'x'.repeat(300_000));
    expect(outputOf(await run({ Call: invoke() }, {}, large))).toMatchObject({ error: 'States.DataLimitExceeded' });
    expect(
      outputOf(await run({ Call: invoke({ Parameters: { FunctionName: LAMBDA, Qualifier: '2' }, End: true }) }, {})),
    ).toEqual({
      error: 'States.Runtime',
      cause: "The task's parameter Qualifier is not known to the local cloud.",
    });
  });
});

describe('what fails', () => {
  it('is tried again and caught', async () => {
    const Retry = [
      { ErrorEquals: ['Lambda.TooManyRequestsException'], IntervalSeconds: 1, MaxAttempts: 2, BackoffRate: 1 },
    ];
    const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Caught', ResultPath: '$.why' }];
    let tries = 0;
    const answer = (): unknown => {
      tries += 1;
      if (tries === 1) throw new AwsServiceError('TooManyRequestsException', 'busy', 429);
      return throws('Broken')({ service: '', operation: '', input: {} });
    };
    const states = {
      Call: invoke({ Retry, Catch, Next: 'Never' }),
      Never: { Type: 'Fail' },
      Caught: { Type: 'Succeed' },
    };
    const execution = await run(states, { id: 1 }, answer);
    expect([tries, execution.status]).toEqual([2, 'SUCCEEDED']);
    expect(outputOf(execution)).toEqual({
      id: 1,
      why: { Error: 'Broken', Cause: '{"errorType":"Broken","errorMessage":"no"}' },
    });
  });

  it('within a Map leaves the other items be when it is caught there', async () => {
    const states = {
      Each: {
        Type: 'Map',
        ItemsPath: '$.segments',
        ItemSelector: {
          'segment.$': '$$.Map.Item.Value',
          'index.$': '$$.Map.Item.Index',
          'run.$': '$$.Execution.Name',
        },
        MaxConcurrency: 2,
        ItemProcessor: {
          StartAt: 'Check',
          States: {
            Check: invoke({
              OutputPath: '$.Payload',
              Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Failed' }],
              End: true,
            }),
            Failed: { Type: 'Pass', Result: false, End: true },
          },
        },
        End: true,
      },
    };
    const answer: Service = (call) => {
      const { segment } = call.input.Payload as { segment: number };
      return segment === 2 ? throws('Broken')(call) : { Payload: call.input.Payload };
    };
    expect(outputOf(await run(states, { segments: [1, 2, 3] }, answer))).toEqual([
      { segment: 1, index: 0, run: 'run' },
      false,
      { segment: 3, index: 2, run: 'run' },
    ]);
  });

  it('within a Map fails the execution, and what waited does not begin', async () => {
    const Call = invoke();
    const states = {
      Each: { Type: 'Map', MaxConcurrency: 1, Iterator: { StartAt: 'Call', States: { Call } }, End: true },
    };
    const execution = await run(states, [1, 2, 3, 4], throws('Broken'));
    expect(execution).toMatchObject({ status: 'FAILED', error: 'Broken' });
    expect(calls.length).toBeLessThan(4);
  });

  it('says no more than a Fail state does', async () => {
    expect(await run({ No: { Type: 'Fail' } }, {})).toMatchObject({ status: 'FAILED', error: null, cause: null });
    const states = { No: { Type: 'Fail', Error: 'Drift', CausePath: '$.why' } };
    expect(outputOf(await run(states, { why: 'because' }))).toEqual({ error: 'Drift', cause: 'because' });
  });

  it('may be the time', async () => {
    const states = { Wait: { Type: 'Wait', Seconds: 30, End: true } };
    expect(await run(states, {}, undefined, { TimeoutSeconds: 1 })).toMatchObject({
      status: 'TIMED_OUT',
      error: 'States.Timeout',
    });
  });
});

describe('states', () => {
  it('choose, shape and join', async () => {
    const states = {
      Pick: {
        Type: 'Choice',
        Choices: [{ Variable: '$.n', NumericGreaterThan: 2, Next: 'Both' }],
        Default: 'Zero',
      },
      Zero: { Type: 'Pass', Result: 0, ResultPath: '$.n', Next: 'Both' },
      Both: {
        Type: 'Parallel',
        Branches: [
          {
            StartAt: 'A',
            States: { A: { Type: 'Pass', Parameters: { 'text.$': "States.Format('n is {}', $.n)" }, End: true } },
          },
          { StartAt: 'B', States: { B: { Type: 'Pass', ResultPath: '$', End: true } } },
        ],
        End: true,
      },
    };
    expect(outputOf(await run(states, { n: 1 }))).toEqual([{ text: 'n is 0' }, { n: 0 }]);
    expect(outputOf(await run(states, { n: 5 }))).toEqual([{ text: 'n is 5' }, { n: 5 }]);
  });
});

it('an execution can be stopped, with the reason', async () => {
  const parts = { endpoint: { call: async () => ({}) }, messaging: async () => ({}), log: () => {} } as never;
  const definition = '{"StartAt":"W","States":{"W":{"Type":"Wait","Seconds":600,"End":true}}}';
  machines = createStateMachines([{ name: 'm', arn: ARN, roleArn: 'r', definition }], parts);
  const { arn } = machines.start({ machineArn: ARN, input: '{}', name: 'n' });
  expect(machines.start({ machineArn: ARN, input: '{}', name: 'n' }).arn).toBe(arn);
  expect(machines.pending()).toBe(1);
  expect(await machines.abort(arn, { error: 'Stopped', cause: 'by hand' })).toMatchObject({
    status: 'ABORTED',
    error: 'Stopped',
    cause: 'by hand',
  });
  expect(machines.pending()).toBe(0);
});
