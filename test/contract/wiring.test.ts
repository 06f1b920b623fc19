import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAssembly } from '../../local/cloud/assembly/readAssembly.ts';
import { synthesize } from '../../local/cloud/assembly/synthesize.ts';

type Properties = Record<string, unknown>;
type Ref = { 'Fn::GetAtt'?: [string, string]; Ref?: string };

const root = path.resolve(import.meta.dirname, '../..');
const { stacks } = readAssembly(await synthesize(root));
const resources = stacks.flatMap(({ template }) =>
  Object.entries(template.Resources).map(([id, resource]) => ({ id, ...resource })),
);
const ofType = (type: string) =>
  resources
    .filter((resource) => resource.Type === type)
    .map(({ id, Properties = {} }) => ({ id, properties: Properties as Properties }));
const named = (value: unknown): string => (value as Ref)['Fn::GetAtt']?.[0] ?? (value as Ref).Ref ?? '';

const queues = ofType('AWS::SQS::Queue');
const deadLetterQueues = new Set(queues.filter(({ id }) => id.includes('DeadLetters')).map(({ id }) => id));
const functions = new Map(ofType('AWS::Lambda::Function').map(({ id, properties }) => [id, properties]));
const mappings = ofType('AWS::Lambda::EventSourceMapping');

describe('every queue', () => {
  it.each(queues.filter(({ id }) => !deadLetterQueues.has(id)))('$id has a dead letter queue', ({ properties }) => {
    const { deadLetterTargetArn } = properties.RedrivePolicy as { deadLetterTargetArn: unknown };
    expect(deadLetterQueues).toContain(named(deadLetterTargetArn));
  });

  it.each(queues)('$id is encrypted', ({ properties }) => {
    expect(properties.SqsManagedSseEnabled).toBe(true);
  });

  it.each([...deadLetterQueues])('%s keeps letters for 14 days', (id) => {
    expect(queues.find((queue) => queue.id === id)?.properties.MessageRetentionPeriod).toBe(1_209_600);
  });
});

describe('every event source mapping', () => {
  it.each(mappings)('$id reports what failed of a batch', ({ properties }) => {
    expect(properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
  });

  it.each(mappings.filter(({ properties }) => properties.StartingPosition))(
    '$id of a stream halves what fails, gives it up some time, and keeps it',
    ({ properties }) => {
      expect(properties.BisectBatchOnFunctionError).toBe(true);
      expect(properties.MaximumRetryAttempts).toBeGreaterThan(0);
      expect(properties.MaximumBatchingWindowInSeconds).toBe(0);
      const { OnFailure } = properties.DestinationConfig as { OnFailure: { Destination: unknown } };
      expect(deadLetterQueues).toContain(named(OnFailure.Destination));
    },
  );

  it.each(mappings.filter(({ properties }) => !properties.StartingPosition))(
    '$id of a queue hides messages for six times the time-out of its function',
    ({ properties }) => {
      const queue = queues.find(({ id }) => id === named(properties.EventSourceArn));
      const { Timeout } = functions.get(named(properties.FunctionName)) ?? {};
      expect(Number(queue?.properties.VisibilityTimeout)).toBeGreaterThanOrEqual(6 * Number(Timeout));
    },
  );
});

it('functions name their time-out and memory', () => {
  for (const [id, { Timeout, MemorySize }] of functions) {
    expect(Timeout, id).toBeGreaterThan(0);
    expect(MemorySize, id).toBeGreaterThanOrEqual(128);
  }
});

describe('every stack', () => {
  // Source: CloudFormation user guide, "Quotas".
  it('has no more than the 500 resources that CloudFormation takes', () => {
    for (const { template } of stacks) expect(Object.keys(template.Resources).length).toBeLessThanOrEqual(500);
  });
});
