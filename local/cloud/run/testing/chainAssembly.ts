import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { roleFor } from '../../plan/fixture.ts';

/**
 * An assembly whose writes set off a chain: what is written to Orders is copied to Copies by one function, and from there
 * to Echoes by another. An order named `poison` makes the copier fail; one named `crash` ends its process, once; Copies are
 * made after `slowMs`.
 */
export function writeChainAssembly(folder: string, { slowMs = 0, copierConcurrency }: ChainOptions = {}): void {
  writeAssets(folder, { copier, echoer });
  const resources = {
    ...api,
    Orders: table(true),
    Copies: table(true),
    Echoes: table(false),
    Dead: { Type: 'AWS::SQS::Queue', Properties: {} },
    CopierRole: roleFor('lambda.amazonaws.com', [
      policy([...readStream, 'dynamodb:ListStreams'], arnOf('Orders', 'StreamArn')),
      policy(['dynamodb:PutItem'], arnOf('Copies')),
      policy(['sqs:SendMessage'], arnOf('Dead')),
    ]),
    Copier: lambda('copier', 'CopierRole', {
      Environment: { Variables: { TO: { Ref: 'Copies' }, SLOW_MS: String(slowMs), MARKS: join(folder, 'marks') } },
      ...(copierConcurrency === undefined ? {} : { ReservedConcurrentExecutions: copierConcurrency }),
    }),
    EchoerRole: roleFor('lambda.amazonaws.com', [
      policy([...readStream, 'dynamodb:ListStreams'], arnOf('Copies', 'StreamArn')),
      policy(['dynamodb:PutItem'], arnOf('Echoes')),
    ]),
    Echoer: lambda('echoer', 'EchoerRole', { Environment: { Variables: { TO: { Ref: 'Echoes' } } } }),
    Copying: mapping('Orders', 'Copier', {
      BatchSize: 5,
      ParallelizationFactor: 4,
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 2,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      DestinationConfig: { OnFailure: { Destination: arnOf('Dead') } },
    }),
    Echoing: mapping('Copies', 'Echoer', {}),
  };
  mkdirSync(join(folder, 'marks'));
  write(folder, 'chain.json', { Resources: resources });
  write(folder, 'manifest.json', { version: '1', artifacts });
}

type ChainOptions = { slowMs?: number; copierConcurrency?: number };

/** Puts items into the table `TO` by plain HTTP, for these functions have no packages. */
const putItem = `
async function put(item) {
  const scope = process.env.AWS_ACCESS_KEY_ID + '/20261120/' + process.env.AWS_REGION + '/dynamodb/aws4_request';
  const reply = await fetch(process.env.AWS_ENDPOINT_URL, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': 'DynamoDB_20120810.PutItem',
      'x-amz-security-token': process.env.AWS_SESSION_TOKEN,
      authorization: 'AWS4-HMAC-SHA256 Credential=' + scope + ', SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify({ TableName: process.env.TO, Item: item }),
  });
  if (!reply.ok) throw new Error(await reply.text());
}`;

const copier = `
import { existsSync, writeFileSync } from 'node:fs';
${putItem}
export async function handler({ Records }) {
  for (const { dynamodb } of Records) {
    const { id } = dynamodb.NewImage;
    if (id.S.startsWith('poison')) throw new Error('cannot copy ' + id.S);
    const mark = process.env.MARKS + '/' + id.S;
    if (id.S.startsWith('crash') && !existsSync(mark)) {
      writeFileSync(mark, '');
      process.exit(1);
    }
    await new Promise((resolve) => setTimeout(resolve, Number(process.env.SLOW_MS)));
    await put({ id });
  }
}`;

const echoer = `
${putItem}
export async function handler({ Records }) {
  for (const { dynamodb } of Records) await put({ id: dynamodb.NewImage.id });
}`;

const arnOf = (logicalId: string, attribute = 'Arn') => ({ 'Fn::GetAtt': [logicalId, attribute] });
const readStream = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'];

let policies = 0;
const policy = (actions: string[], resource: unknown) => ({
  PolicyName: `policy${(policies += 1)}`,
  PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: resource }] },
});

const table = (streamed: boolean) => ({
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
    ...(streamed ? { StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' } } : {}),
  },
});

const lambda = (code: string, role: string, more: Record<string, unknown>) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Code: { S3Bucket: 'assets', S3Key: `${code}.zip` },
    Handler: 'index.handler',
    Runtime: 'nodejs24.x',
    Role: arnOf(role),
    Timeout: 10,
    ...more,
  },
});

const mapping = (from: string, to: string, more: Record<string, unknown>) => ({
  Type: 'AWS::Lambda::EventSourceMapping',
  Properties: {
    EventSourceArn: arnOf(from, 'StreamArn'),
    FunctionName: { Ref: to },
    StartingPosition: 'LATEST',
    MaximumBatchingWindowInSeconds: 0,
    ...more,
  },
});

/** The local cloud wants an API. */
const api = {
  Api: { Type: 'AWS::AppSync::GraphQLApi', Properties: { Name: 'chain', AuthenticationType: 'API_KEY' } },
  Schema: {
    Type: 'AWS::AppSync::GraphQLSchema',
    Properties: { ApiId: arnOf('Api', 'ApiId'), Definition: 'type Query { nothing: String }' },
  },
};

const artifacts = {
  assets: { type: 'cdk:asset-manifest', properties: { file: 'assets.json' } },
  Chain: {
    type: 'aws:cloudformation:stack',
    environment: 'aws://000000000000/us-west-2',
    dependencies: ['assets'],
    properties: { templateFile: 'chain.json' },
  },
};

function writeAssets(folder: string, codes: Record<string, string>): void {
  const files: Record<string, unknown> = {};
  for (const [name, code] of Object.entries(codes)) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'index.mjs'), code);
    const destinations = { here: { bucketName: 'assets', objectKey: `${name}.zip` } };
    files[name] = { source: { path: name, packaging: 'zip' }, destinations };
  }
  write(folder, 'assets.json', { files });
}

function write(folder: string, file: string, content: unknown): void {
  writeFileSync(join(folder, file), JSON.stringify(content));
}
