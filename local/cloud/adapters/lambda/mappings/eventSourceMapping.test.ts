import { describe, expect, it } from 'vitest';
import { AssetStore } from '../../../assembly/assetStore.ts';
import { planOf, roleFor } from '../../../plan/fixture.ts';

const assets = new AssetStore();
assets.add('bucket', 'code.zip', { path: '/assembly/asset.1', packaging: 'zip' });

const resources = (properties: Record<string, unknown>, queue: Record<string, unknown> = {}) => ({
  Role: roleFor('lambda.amazonaws.com'),
  Worker: {
    Type: 'AWS::Lambda::Function',
    Properties: {
      Code: { S3Bucket: 'bucket', S3Key: 'code.zip' },
      Handler: 'index.handler',
      Runtime: 'nodejs24.x',
      Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
      Timeout: 30,
    },
  },
  Pages: {
    Type: 'AWS::DynamoDB::GlobalTable',
    Properties: {
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      Replicas: [{ Region: 'us-west-2' }],
    },
  },
  Jobs: { Type: 'AWS::SQS::Queue', Properties: queue },
  Mapping: { Type: 'AWS::Lambda::EventSourceMapping', Properties: { FunctionName: { Ref: 'Worker' }, ...properties } },
});

const plan = (properties: Record<string, unknown>, queue?: Record<string, unknown>) =>
  planOf(resources(properties, queue), assets).mappings;

const stream = { EventSourceArn: { 'Fn::GetAtt': ['Pages', 'StreamArn'] }, StartingPosition: 'LATEST' };
const queue = { EventSourceArn: { 'Fn::GetAtt': ['Jobs', 'Arn'] } };

const common = {
  id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/),
  functionArn: 'arn:aws:lambda:us-west-2:000000000000:function:Demo-Worker',
  roleArn: 'arn:aws:iam::000000000000:role/Demo-Role',
  enabled: true,
  windowSeconds: 0,
  filters: [],
  reportsItemFailures: false,
};

describe('a mapping from a stream', () => {
  it('has Lambda’s defaults', () => {
    expect(plan(stream)).toEqual([
      {
        ...common,
        kind: 'stream',
        name: 'Demo-Worker from Demo-Pages',
        streamArn: expect.stringContaining(':table/Demo-Pages/stream/'),
        startingPosition: 'LATEST',
        batchSize: 100,
        parallelization: 1,
        retryAttempts: -1,
        recordAgeSeconds: -1,
        bisect: false,
        onFailure: null,
      },
    ]);
  });

  it('takes what the CDK gives it', () => {
    const given = {
      ...stream,
      BatchSize: 50,
      BisectBatchOnFunctionError: true,
      DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Jobs', 'Arn'] } } },
      FilterCriteria: { Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumBatchingWindowInSeconds: 1,
      MaximumRecordAgeInSeconds: 7200,
      MaximumRetryAttempts: '10',
      ParallelizationFactor: 10,
      Enabled: 'false',
    };
    expect(plan(given)).toMatchObject([
      {
        batchSize: 50,
        bisect: true,
        onFailure: 'arn:aws:sqs:us-west-2:000000000000:Demo-Jobs',
        filters: ['{"eventName":["INSERT"]}'],
        reportsItemFailures: true,
        windowSeconds: 1,
        recordAgeSeconds: 7200,
        retryAttempts: 10,
        parallelization: 10,
        enabled: false,
      },
    ]);
  });

  it.each([
    ['tumbling windows', { TumblingWindowInSeconds: 30 }, 'tumbling windows are not run locally'],
    ['a start at a time', { StartingPosition: 'AT_TIMESTAMP' }, 'only LATEST and TRIM_HORIZON are for DynamoDB'],
    ['no start', { StartingPosition: undefined }, 'property StartingPosition is missing'],
    ['too many lanes', { ParallelizationFactor: 11 }, 'property ParallelizationFactor is 11'],
    [
      'what is for queues',
      { ScalingConfig: { MaximumConcurrency: 5 } },
      'property ScalingConfig is not for DynamoDB streams',
    ],
    ['another response type', { FunctionResponseTypes: ['All'] }, 'property FunctionResponseTypes[0]'],
    [
      'a filter that is wrong',
      { FilterCriteria: { Filters: [{ Pattern: '{"a":"b"}' }] } },
      'property FilterCriteria: a must be',
    ],
    [
      'a destination of elsewhere',
      { DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:x' } } },
      'names arn:aws:sqs:x',
    ],
    [
      'a stream of elsewhere',
      { EventSourceArn: 'arn:aws:dynamodb:a:b:table/Other/stream/1' },
      'which is no stream of the templates',
    ],
    ['another kind of source', { EventSourceArn: 'arn:aws:kinesis:a:b:stream/s' }, 'are run locally'],
    [
      'a function of elsewhere',
      { FunctionName: 'other' },
      'property FunctionName is other, which is not in the templates',
    ],
    ['a property of Kafka', { Topics: ['t'] }, 'property Topics is not known to the local cloud'],
  ])('refuses %s', (_what, more, message) => {
    expect(() => plan({ ...stream, ...more })).toThrow(message);
  });

  it('refuses a FIFO queue to tell failures', () => {
    const given = { ...stream, DestinationConfig: { OnFailure: { Destination: { 'Fn::GetAtt': ['Jobs', 'Arn'] } } } };
    expect(() => plan(given, { FifoQueue: true })).toThrow('Lambda sends to no FIFO queue or topic');
  });
});

describe('a mapping from a queue', () => {
  it('has Lambda’s defaults', () => {
    expect(plan(queue)).toEqual([
      {
        ...common,
        kind: 'queue',
        name: 'Demo-Worker from Demo-Jobs',
        queueArn: 'arn:aws:sqs:us-west-2:000000000000:Demo-Jobs',
        batchSize: 10,
        maximumConcurrency: null,
      },
    ]);
  });

  it('takes what the CDK gives it', () => {
    const given = { BatchSize: 100, MaximumBatchingWindowInSeconds: 5, ScalingConfig: { MaximumConcurrency: 10 } };
    expect(plan({ ...queue, ...given })).toMatchObject([{ batchSize: 100, windowSeconds: 5, maximumConcurrency: 10 }]);
  });

  it.each([
    [
      'what is for streams',
      { ParallelizationFactor: 2, BisectBatchOnFunctionError: false },
      {},
      'ParallelizationFactor, BisectBatchOnFunctionError is not for SQS queues',
    ],
    ['a large batch without a window', { BatchSize: 11 }, {}, 'more than 10 need a batching window'],
    ['a window of a FIFO queue', { MaximumBatchingWindowInSeconds: 1 }, { FifoQueue: true }, 'no batching window'],
    [
      'a visibility shorter than the function',
      {},
      { VisibilityTimeout: 20 },
      'a visibility time-out of 20 s, less than the 30 s',
    ],
  ])('refuses %s', (_what, more, attributes, message) => {
    expect(() => plan({ ...queue, ...more }, attributes)).toThrow(message);
  });
});
