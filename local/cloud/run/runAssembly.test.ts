import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Cloud } from '../contract.ts';
import { roleFor } from '../plan/fixture.ts';
import { runAssembly } from './runAssembly.ts';

/** A small API: one table, one resolver that reads it, keys for visitors and users of a pool. */
const apiId = { 'Fn::GetAtt': ['Api', 'ApiId'] };
const poolId = { Ref: 'Pool' };
const tableArn = { 'Fn::GetAtt': ['Things', 'Arn'] };
const code = `
import { util } from '@aws-appsync/utils';
export function request(ctx) {
  return { operation: 'GetItem', key: util.dynamodb.toMapValues({ id: ctx.args.id }) };
}
export function response(ctx) {
  if (ctx.error) util.error(ctx.error.message, ctx.error.type);
  return ctx.result ? ctx.result.name : 'nothing in ' + ctx.env.TABLE;
}`;

const resources = (action = 'dynamodb:GetItem') => ({
  Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } },
  Things: {
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
    },
  },
  Pool: { Type: 'AWS::Cognito::UserPool', Properties: {} },
  Client: { Type: 'AWS::Cognito::UserPoolClient', Properties: { UserPoolId: poolId } },
  Guests: { Type: 'AWS::Cognito::UserPoolGroup', Properties: { UserPoolId: poolId, GroupName: 'guest' } },
  Api: {
    Type: 'AWS::AppSync::GraphQLApi',
    Properties: {
      Name: 'small',
      AuthenticationType: 'API_KEY',
      AdditionalAuthenticationProviders: [
        {
          AuthenticationType: 'AMAZON_COGNITO_USER_POOLS',
          UserPoolConfig: { UserPoolId: poolId, AwsRegion: { Ref: 'AWS::Region' } },
        },
      ],
      EnvironmentVariables: { TABLE: { Ref: 'Things' } },
    },
  },
  Schema: {
    Type: 'AWS::AppSync::GraphQLSchema',
    Properties: {
      ApiId: apiId,
      Definition:
        'type Query { thing(id: ID!): String @aws_api_key @aws_cognito_user_pools  mine: String @aws_cognito_user_pools }',
    },
  },
  Key: { Type: 'AWS::AppSync::ApiKey', Properties: { ApiId: apiId } },
  Role: roleFor('appsync.amazonaws.com', [
    {
      PolicyName: 'read',
      PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: tableArn }] },
    },
  ]),
  Source: {
    Type: 'AWS::AppSync::DataSource',
    Properties: {
      ApiId: apiId,
      Name: 'things',
      Type: 'AMAZON_DYNAMODB',
      DynamoDBConfig: { TableName: { Ref: 'Things' }, AwsRegion: { Ref: 'AWS::Region' } },
      ServiceRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
    },
  },
  Resolver: {
    Type: 'AWS::AppSync::Resolver',
    DependsOn: ['Schema'],
    Properties: {
      ApiId: apiId,
      TypeName: 'Query',
      FieldName: 'thing',
      DataSourceName: { 'Fn::GetAtt': ['Source', 'Name'] },
      Code: code,
      Runtime: { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' },
    },
  },
});

const folders: string[] = [];
function assembly(given: Record<string, unknown>): () => Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'keyrack-run-'));
  folders.push(folder);
  const outputs = { Url: { Value: { 'Fn::GetAtt': ['Api', 'GraphQLUrl'] } } };
  writeFileSync(join(folder, 's.json'), JSON.stringify({ Resources: given, Outputs: outputs }));
  const stack = {
    type: 'aws:cloudformation:stack',
    environment: 'aws://000000000000/us-west-2',
    properties: { templateFile: 's.json' },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ version: '1', artifacts: { Small: stack } }));
  return () => Promise.resolve(folder);
}

const options = { port: 0, dataFolder: null, dynamodbHeap: 128 };
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Processes that this one has started and that are still alive, by command. */
function children(): string[] {
  const ids = readdirSync('/proc/self/task').flatMap((task) =>
    readFileSync(`/proc/self/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
  );
  return ids.map((id) => readFileSync(`/proc/${id}/comm`, 'utf8').trim());
}

describe('a small assembly', () => {
  let cloud: Cloud;
  beforeAll(async () => {
    cloud = await runAssembly(assembly(resources()), options);
  }, 60_000);
  afterAll(() => cloud.stop());

  const ask = async (query: string, headers: Record<string, string>) => {
    const reply = await fetch(cloud.graphqlUrl, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return { status: reply.status, ...((await reply.json()) as Record<string, unknown>) };
  };

  it('answers queries with a resolver that reads its table', async () => {
    const answer = await ask('{ thing(id: "a") }', { 'x-api-key': cloud.apiKey });
    expect(answer).toMatchObject({ status: 200, data: { thing: 'nothing in Small-Things' } });
  });

  it('knows its users and keeps visitors out of what is theirs', async () => {
    const { idToken, sub } = await cloud.signIn({ name: 'ines', email: 'ines@guests.example', groups: ['guest'] });
    expect(await cloud.signIn({ name: 'ines', email: 'ines@guests.example', groups: ['guest'] })).toMatchObject({
      sub,
    });
    expect(await ask('{ mine }', { authorization: idToken })).toMatchObject({ data: { mine: null } });
    expect(await ask('{ mine }', { 'x-api-key': cloud.apiKey })).toMatchObject({
      errors: [{ errorType: 'Unauthorized' }],
    });
    expect(await ask('{ mine }', { 'x-api-key': 'da2-wrong' })).toMatchObject({ status: 401 });
  });

  it('says what it is made of', () => {
    expect(cloud).toMatchObject({
      region: 'us-west-2',
      tables: { Things: 'Small-Things' },
      outputs: { Url: cloud.graphqlUrl },
      notRun: [{ type: 'AWS::EC2::VPC', count: 1 }],
    });
  });

  it('serves pages beside the API', async () => {
    expect(await (await fetch(new URL('/', cloud.graphqlUrl))).text()).toContain(cloud.realtimeUrl);
    expect(await (await fetch(cloud.graphiqlUrl)).text()).toContain(cloud.apiKey);
    cloud.metrics.add({ namespace: 'Test', name: 'Seen', dimensions: {}, unit: 'Count', values: [2], at: 0 });
    expect(await (await fetch(new URL('/metrics', cloud.graphqlUrl))).text()).toContain('Test Seen{} sum 2 count 1');
  });

  it('takes real-time connections', async () => {
    const header = JSON.stringify({ host: new URL(cloud.realtimeUrl).host, 'x-api-key': cloud.apiKey });
    const socket = new WebSocket(cloud.realtimeUrl, [
      'graphql-ws',
      `header-${Buffer.from(header).toString('base64url')}`,
    ]);
    socket.addEventListener('open', () => socket.send('{"type":"connection_init"}'));
    const answer = await new Promise<string>((resolve, reject) => {
      socket.addEventListener('message', ({ data }) => resolve(String(data)), { once: true });
      socket.addEventListener('error', () => reject(new Error('refused')), { once: true });
    });
    socket.close();
    expect(JSON.parse(answer)).toMatchObject({ type: 'connection_ack' });
  });

  it('passes its calls through the fault injector', async () => {
    cloud.faults.set({ seed: 1, rules: [{ kind: 'throttle', operations: ['GetItem'], rate: 1 }] });
    const answer = await ask('{ thing(id: "a") }', { 'x-api-key': cloud.apiKey });
    expect(cloud.faults.counts().throttle).toBeGreaterThan(0);
    cloud.faults.clear();
    expect(answer).toMatchObject({ data: { thing: null }, errors: [{ path: ['thing'] }] });
  });

  it('refuses calls that the template grants no right to', async () => {
    const denied = await runAssembly(assembly(resources('dynamodb:Query')), options);
    const reply = await fetch(denied.graphqlUrl, {
      method: 'POST',
      headers: { 'x-api-key': denied.apiKey },
      body: '{"query":"{ thing(id: \\"a\\") }"}',
    });
    await denied.stop();
    expect(await reply.json()).toMatchObject({
      errors: [
        { errorType: expect.stringContaining('AccessDenied'), message: expect.stringContaining('dynamodb:GetItem') },
      ],
    });
  }, 60_000);
});

describe('a start that fails half way', () => {
  it.each([
    ['in the template', { ...resources(), Pipe: { Type: 'AWS::Pipes::Pipe' } }, /Small\/Pipe .*no adapter/],
    [
      'in the API',
      {
        ...resources(),
        Schema: { ...resources().Schema, Properties: { ApiId: apiId, Definition: 'type Query { other: Int }' } },
      },
      /thing/,
    ],
  ])(
    '%s stops what it started',
    async (_, given, message) => {
      await expect(runAssembly(assembly(given), options)).rejects.toThrow(message);
      if (process.platform === 'linux') expect(children()).not.toContain('java');
    },
    60_000,
  );

  it('in the app stops what it started', async () => {
    const failing = () => Promise.reject(new Error('the app is broken'));
    await expect(runAssembly(failing, options)).rejects.toThrow('the app is broken');
    if (process.platform === 'linux') expect(children()).not.toContain('java');
  }, 60_000);
});
