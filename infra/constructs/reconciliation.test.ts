import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { describe, expect, it } from 'vitest';
import { createStateMachines } from '../../local/stateMachines/stateMachines.ts';
import { Reconciliation } from './reconciliation.ts';

const ARN = 'arn:aws:states:us-west-2:000000000000:stateMachine:m';
const functionArn = (name: string) => `arn:aws:lambda:us-west-2:000000000000:function:${name}`;

function synthesize() {
  const stack = new Stack(new App(), 'S');
  const [run, checker, starter] = ['Run', 'Checker', 'Starter'].map(
    (id) =>
      new LambdaFunction(stack, id, { runtime: Runtime.NODEJS_24_X, handler: 'i.h', code: Code.fromInline('//') }),
  );
  new Reconciliation(stack, 'Reconciliation', { run, checker, starter });
  return Template.fromStack(stack);
}
const template = synthesize();

/** The machine's definition, with functions named by their logical ids less the hash. */
function definition(): string {
  const [{ Properties }] = Object.values(template.findResources('AWS::StepFunctions::StateMachine'));
  const parts = Properties.DefinitionString['Fn::Join'][1] as (string | { 'Fn::GetAtt': [string, string] })[];
  return parts
    .map((part) => (typeof part === 'string' ? part : functionArn(part['Fn::GetAtt'][0].slice(0, -8))))
    .join('');
}

type Input = Record<string, never>;

/** Runs the definition with stand-ins for its functions; what the last step got. */
async function execute(
  functions: Record<string, (input: Input) => unknown>,
): Promise<{ status: string; finish?: Input }> {
  let finish: Input | undefined;
  const call = async ({ input }: { input: { FunctionName: string; Payload: Input } }) => {
    const name = input.FunctionName.split(':').at(-1)!;
    if (input.Payload.step === 'finish') finish = input.Payload;
    try {
      return { Payload: await functions[name](input.Payload) };
    } catch (error) {
      const { name: errorType, message: errorMessage } = error as Error;
      return { FunctionError: 'Unhandled', Payload: { errorType, errorMessage } };
    }
  };
  const parts = { endpoint: { call }, messaging: () => Promise.reject(new Error('not used')), log: () => undefined };
  const machines = createStateMachines(
    [{ name: 'm', arn: ARN, roleArn: 'r', definition: definition() }],
    parts as never,
  );
  const execution = machines.start({ machineArn: ARN });
  await expect.poll(() => machines.pending(), { timeout: 15_000 }).toBe(0);
  return { status: execution.status, finish };
}

const run = { id: 'r1', startedAt: 's', since: 's', slot: 0 };
const pieces = [0, 1, 2].map((segment) => ({ kind: 'pages', segment, segments: 3 }));

describe('the state machine', () => {
  it('calls a piece again until it is done, with its cursor and what it has done', async () => {
    const calls: unknown[] = [];
    const { finish } = await execute({
      Run: ({ step }) => (step === 'begin' ? { isBusy: false, run, pieces: [pieces[0]] } : {}),
      Checker: (input) => {
        calls.push(input);
        const { pages = 0 } = input.tally as { pages?: number };
        return { ...input, cursor: { at: pages + 1 }, tally: { pages: pages + 1 }, isDone: pages === 2 };
      },
    });
    expect(calls).toMatchObject([
      { run, piece: pieces[0], tally: {} },
      { cursor: { at: 1 }, tally: { pages: 1 } },
      { cursor: { at: 2 }, tally: { pages: 2 } },
    ]);
    expect(finish).toEqual({ step: 'finish', run, results: [{ piece: pieces[0], tally: { pages: 3 } }] });
  });

  it('tries a piece that fails again, tells its error and what it had done, and finishes the others', async () => {
    let tries = 0;
    const { status, finish } = await execute({
      Run: ({ step }) => (step === 'begin' ? { isBusy: false, run, pieces } : {}),
      Checker: (input) => {
        const { segment } = input.piece as { segment: number };
        if (segment !== 1) return { ...input, tally: { pages: 7 }, isDone: true };
        if (input.cursor === undefined) return { ...input, cursor: {}, tally: { pages: 4 }, isDone: false };
        tries += 1;
        throw new Error('It broke.');
      },
    });
    expect(status).toBe('SUCCEEDED');
    expect(tries).toBe(3);
    const [first, second, third] = finish!.results as unknown as Record<string, unknown>[];
    expect([first, third]).toEqual([0, 2].map((at) => ({ piece: pieces[at], tally: { pages: 7 } })));
    expect(second).toMatchObject({ piece: pieces[1], tally: { pages: 4 }, error: { Error: 'Error' } });
    expect((second.error as { Cause: string }).Cause).toContain('It broke.');
  });

  it('leaves everything to a run that is under way', async () => {
    const { status, finish } = await execute({ Run: () => ({ isBusy: true, run: null, pieces: [] }) });
    expect({ status, finish }).toEqual({ status: 'SUCCEEDED', finish: undefined });
  });
});

it('is started every five minutes, by a role that may do that alone', () => {
  const [rule] = Object.values(template.findResources('AWS::Events::Rule'));
  expect(rule.Properties).toMatchObject({ ScheduleExpression: 'rate(5 minutes)', State: 'ENABLED' });
  const [machine] = Object.keys(template.findResources('AWS::StepFunctions::StateMachine'));
  expect(rule.Properties.Targets).toMatchObject([{ Arn: { Ref: machine }, Input: '{}' }]);
});
