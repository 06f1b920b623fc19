import { vi } from 'vitest';
import type { LambdaReply } from '../../../appsync/definition.ts';
import type { StreamMappingPlan } from '../../../cloud/plan/mappingPlan.ts';
import { ACCOUNT, REGION, type TestEndpoint } from '../../../endpoint/testing/startTestEndpoint.ts';
import type { StreamDeps, StreamMapping } from '../contract.ts';
import type { StreamEvent } from '../records/record.ts';
import { startStreamMapping } from '../startStreamMapping.ts';

/** A table of its own with a stream, and mappings to a function that is a part of the test. */
export type StreamTable = {
  name: string;
  streamArn: string;
  /** Writes one item; `value` is the new one. */
  write(id: string, value: number): Promise<void>;
  remove(id: string): Promise<void>;
  /** Starts a mapping whose function is `handler`. */
  map(handler: Handler, plan?: Partial<StreamMappingPlan>, deps?: Partial<StreamDeps>): Promise<StreamMapping>;
};

export type Handler = (records: StreamEvent[]) => Promise<LambdaReply> | LambdaReply;

const FUNCTION_ARN = `arn:aws:lambda:${REGION}:${ACCOUNT}:function:Reader`;
const READ_STREAM = [
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
  'dynamodb:DescribeStream',
  'dynamodb:ListStreams',
];

export async function createStreamTable(local: TestEndpoint, name: string): Promise<StreamTable> {
  await local.admin('CreateTable', {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  });
  const streamArn = `arn:aws:dynamodb:${REGION}:${ACCOUNT}:table/${name}/stream/2020-01-01T00:00:00.000`;
  const roleArn = local.role(`${name}Reader`, { Effect: 'Allow', Action: READ_STREAM, Resource: streamArn });
  return {
    name,
    streamArn,
    write: async (id, value) => {
      await local.admin('PutItem', { TableName: name, Item: { id: { S: id }, value: { N: String(value) } } });
    },
    remove: async (id) => {
      await local.admin('DeleteItem', { TableName: name, Key: { id: { S: id } } });
    },
    map: (handler, plan = {}, deps = {}) =>
      startStreamMapping(
        { ...PLAN, roleArn, streamArn, name: `Reader from ${name}`, ...plan },
        {
          call: local.admin,
          invoke: async ({ payload }) => handler((payload as { Records: StreamEvent[] }).Records),
          principals: local.principals,
          sendTo: () => Promise.reject(new Error('there is no destination')),
          dataFolder: null,
          log: () => {},
          retryDelayMs: () => 5,
          ...deps,
        },
      ),
  };
}

const PLAN: Omit<StreamMappingPlan, 'roleArn' | 'streamArn' | 'name'> = {
  kind: 'stream',
  id: '00000000-0000-8000-8000-000000000000',
  functionArn: FUNCTION_ARN,
  enabled: true,
  batchSize: 100,
  windowSeconds: 0,
  filters: [],
  reportsItemFailures: false,
  startingPosition: 'TRIM_HORIZON',
  parallelization: 1,
  retryAttempts: -1,
  recordAgeSeconds: -1,
  bisect: false,
  onFailure: null,
};

/** Resolves when all that was written before is done. */
export async function allDone(mapping: StreamMapping): Promise<void> {
  await vi.waitFor(
    async () => {
      const left = await mapping.pending();
      if (left > 0) throw new Error(`${left} records are not done`);
    },
    { timeout: 15_000, interval: 5 },
  );
}

/** What an item was set to, as `a1` for item a and value 1; `a-` where it was removed. */
export function change({ dynamodb }: StreamEvent): string {
  const { id } = dynamodb.Keys as { id: { S: string } };
  const image = dynamodb.NewImage as { value: { N: string } } | undefined;
  return `${id.S}${image?.value.N ?? '-'}`;
}

export const OK: LambdaReply = { payload: null };
export const FAILED: LambdaReply = {
  payload: { errorType: 'Error', errorMessage: 'told to' },
  functionError: 'Unhandled',
};
