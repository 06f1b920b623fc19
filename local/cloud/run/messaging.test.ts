import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Endpoint, startEndpoint } from '../../endpoint/endpoint.ts';
import { createPrincipals } from '../../iam/principals.ts';
import { createMetrics } from '../../metrics/metrics.ts';
import { AssetStore } from '../assembly/assetStore.ts';
import { Lifecycle } from '../lifecycle.ts';
import { roleFor, stackOf } from '../plan/fixture.ts';
import { planAssembly } from '../plan/planAssembly.ts';
import { startMappings, type Mappings } from './mappings.ts';
import { type Services, startServices } from './services.ts';

/** Publishes through the AWS SDK, with nothing but what a function's environment says. */
const publisher = `
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { GetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
export async function handler({ message, group }) {
  const { MessageId } = await new SNSClient().send(
    new PublishCommand({ TopicArn: process.env.TOPIC, Message: message, MessageGroupId: group }),
  );
  const described = await new SQSClient().send(
    new GetQueueAttributesCommand({ QueueUrl: process.env.QUEUE, AttributeNames: ['QueueArn'] }),
  );
  return { MessageId, arn: described.Attributes.QueueArn };
}`;
const worker = `
export const handler = async ({ Records }) =>
  Records.forEach(({ body, attributes }) => console.log('took ' + body + ' of ' + attributes.MessageGroupId));`;

const arnOf = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });
const grant = (Action: string[], Resource: unknown) => ({
  PolicyName: Action.join(),
  PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] },
});
const lambda = (name: string, more: Record<string, unknown> = {}) => ({
  Type: 'AWS::Lambda::Function',
  Properties: {
    Code: { S3Bucket: 'assets', S3Key: `${name}.zip` },
    Handler: 'index.handler',
    Runtime: 'nodejs24.x',
    Role: arnOf(`${name}Role`),
    Timeout: 10,
    ...more,
  },
});
const resources = {
  Topic: { Type: 'AWS::SNS::Topic' },
  Queue: { Type: 'AWS::SQS::Queue', Properties: { VisibilityTimeout: 30 } },
  Policy: {
    Type: 'AWS::SQS::QueuePolicy',
    Properties: {
      Queues: [{ Ref: 'Queue' }],
      PolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Action: 'sqs:SendMessage',
            Resource: arnOf('Queue'),
            Principal: { Service: 'sns.amazonaws.com' },
            Condition: { ArnEquals: { 'aws:SourceArn': { Ref: 'Topic' } } },
          },
        ],
      },
    },
  },
  Subscription: {
    Type: 'AWS::SNS::Subscription',
    Properties: { TopicArn: { Ref: 'Topic' }, Protocol: 'sqs', Endpoint: arnOf('Queue'), RawMessageDelivery: true },
  },
  publisherRole: roleFor('lambda.amazonaws.com', [
    grant(['sns:Publish'], { Ref: 'Topic' }),
    grant(['sqs:GetQueueAttributes'], arnOf('Queue')),
  ]),
  publisher: lambda('publisher', { Environment: { Variables: { TOPIC: { Ref: 'Topic' }, QUEUE: { Ref: 'Queue' } } } }),
  workerRole: roleFor('lambda.amazonaws.com', [
    grant(['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'], arnOf('Queue')),
  ]),
  worker: lambda('worker'),
  Mapping: {
    Type: 'AWS::Lambda::EventSourceMapping',
    Properties: { EventSourceArn: arnOf('Queue'), FunctionName: { Ref: 'worker' } },
  },
};

const folder = mkdtempSync(join(tmpdir(), 'keyrack-queues-'));
const lifecycle = new Lifecycle();
const lines: string[] = [];
const log = (line: string): void => void lines.push(line);
let services: Services;
let mappings: Mappings;

function bundle(name: string, code: string): string {
  const outfile = join(folder, name, 'index.mjs');
  const stdin = { contents: code, resolveDir: resolve(import.meta.dirname) };
  // The SDK's own files still ask for Node's modules as CommonJS does.
  const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" };
  buildSync({ stdin, outfile, bundle: true, platform: 'node', format: 'esm', banner, logLevel: 'error' });
  return join(folder, name);
}

beforeAll(async () => {
  const assets = new AssetStore();
  for (const [name, code] of Object.entries({ publisher, worker })) {
    assets.add('assets', `${name}.zip`, { path: bundle(name, code), packaging: 'zip' });
  }
  const target = { region: 'us-west-2', accountId: '000000000000' };
  const principals = createPrincipals(target);
  // No table is read here, so no database runs.
  const endpoint: Endpoint = await startEndpoint({ dynamodbUrl: 'http://127.0.0.1:9', principals, ...target, log });
  lifecycle.add('endpoint', endpoint.stop);
  const urls = { graphql: '', realtime: '', redis: '', mysql: '', aws: endpoint.url };
  const plan = planAssembly({ stacks: [stackOf({ Resources: resources })], assets }, urls);
  const settings = { endpoint, principals, ...target, dataFolder: null, metrics: createMetrics({ log }), log };
  services = await startServices(plan, settings, lifecycle);
  const call = () => Promise.reject(new Error('there are no tables'));
  mappings = await startMappings(
    plan.mappings,
    { ...settings, ...services, endpointUrl: endpoint.url, call },
    lifecycle,
  );
});
afterAll(async () => {
  await lifecycle.stop();
  rmSync(folder, { recursive: true });
});

it('what a function publishes with the AWS SDK reaches the function behind the queue', async () => {
  const payload = { message: 'hello', group: 'hotel-1' };
  const reply = await services.functions.invoke({
    functionArn: 'Demo-publisher',
    payload,
    invocationType: 'RequestResponse',
  });
  expect(reply).toEqual({
    payload: { MessageId: expect.any(String), arn: 'arn:aws:sqs:us-west-2:000000000000:Demo-Queue' },
  });
  await vi.waitFor(() => expect(lines).toContain('Demo-worker: took hello of hotel-1'), {
    timeout: 10_000,
    interval: 10,
  });
  await vi.waitFor(async () => expect(await mappings.workers[0]?.pending()).toBe(0), { timeout: 5_000, interval: 10 });
  expect(lines.filter((line) => line.includes('QueueUrl'))).toEqual([]);
});
