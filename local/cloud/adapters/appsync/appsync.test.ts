import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AssetStore } from '../../assembly/assetStore.ts';
import { planOf, roleFor } from '../../plan/fixture.ts';

const runtime = { Name: 'APPSYNC_JS', RuntimeVersion: '1.0.0' };
const code = 'export function request() { return {}; }\nexport function response(ctx) { return ctx.result; }';
const apiId = { 'Fn::GetAtt': ['Api', 'ApiId'] };

const pool = {
  Pool: {
    Type: 'AWS::Cognito::UserPool',
    Properties: {
      Schema: [
        { Name: 'property_ids', AttributeDataType: 'String' },
        { Name: 'email', Required: true },
      ],
    },
  },
  Client: { Type: 'AWS::Cognito::UserPoolClient', Properties: { UserPoolId: { Ref: 'Pool' }, ClientName: 'web' } },
  Guests: { Type: 'AWS::Cognito::UserPoolGroup', Properties: { UserPoolId: { Ref: 'Pool' }, GroupName: 'guest' } },
};

const api = {
  Api: {
    Type: 'AWS::AppSync::GraphQLApi',
    Properties: {
      Name: 'demo',
      AuthenticationType: 'AMAZON_COGNITO_USER_POOLS',
      UserPoolConfig: { UserPoolId: { Ref: 'Pool' }, AwsRegion: 'us-west-2', DefaultAction: 'ALLOW' },
      AdditionalAuthenticationProviders: [{ AuthenticationType: 'API_KEY' }, { AuthenticationType: 'AWS_IAM' }],
      EnvironmentVariables: { TABLE: 'things' },
      QueryDepthLimit: 8,
      XrayEnabled: true,
    },
  },
  Schema: { Type: 'AWS::AppSync::GraphQLSchema', Properties: { ApiId: apiId, Definition: 'type Query { a: Int }' } },
  Key: { Type: 'AWS::AppSync::ApiKey', Properties: { ApiId: apiId, Expires: 2_000_000_000 } },
  None: { Type: 'AWS::AppSync::DataSource', Properties: { ApiId: apiId, Name: 'none', Type: 'NONE' } },
};

describe('AppSync', () => {
  const step = {
    Type: 'AWS::AppSync::FunctionConfiguration',
    Properties: {
      ApiId: apiId,
      Name: 'step',
      DataSourceName: { 'Fn::GetAtt': ['None', 'Name'] },
      Code: code,
      Runtime: runtime,
    },
  };
  const field = {
    Type: 'AWS::AppSync::Resolver',
    Properties: {
      ApiId: apiId,
      TypeName: 'Query',
      FieldName: 'a',
      Kind: 'PIPELINE',
      Code: code,
      Runtime: runtime,
      PipelineConfig: { Functions: [{ 'Fn::GetAtt': ['Step', 'FunctionId'] }] },
    },
  };

  it('gathers an API from its resources', () => {
    const plan = planOf({ ...pool, ...api, Step: step, Field: field });
    const [gathered] = [...plan.apis.values()];
    const [poolId] = [...plan.userPools.keys()];
    expect(gathered).toMatchObject({
      name: 'demo',
      schema: 'type Query { a: Int }',
      environment: { TABLE: 'things' },
      introspection: true,
      queryDepthLimit: 8,
      providers: [
        { mode: 'AMAZON_COGNITO_USER_POOLS', userPoolId: poolId, defaultAction: 'ALLOW' },
        { mode: 'API_KEY' },
        { mode: 'AWS_IAM' },
      ],
      keys: [{ key: expect.stringMatching(/^da2-[a-z0-9]{26}$/), expires: 2_000_000_000 }],
      dataSources: [{ type: 'NONE', name: 'none' }],
      functions: [{ name: 'step', dataSource: 'none', code, maxBatchSize: 0 }],
    });
    expect(gathered?.resolvers).toEqual([
      { kind: 'PIPELINE', typeName: 'Query', fieldName: 'a', code, functions: [gathered?.functions[0]?.functionId] },
    ]);
  });

  it('gives the same ids at every start', () => {
    const resources = { ...pool, ...api };
    expect([...planOf(resources).apis]).toEqual([...planOf(resources).apis]);
  });

  it('reads code from an asset', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'keyrack-')), 'code.js');
    writeFileSync(path, code);
    const assets = new AssetStore();
    assets.add('bucket', 'key.js', { path, packaging: 'file' });
    const { Code: _, ...properties } = step.Properties;
    const plan = planOf(
      { ...pool, ...api, Step: { ...step, Properties: { ...properties, CodeS3Location: 's3://bucket/key.js' } } },
      assets,
    );
    expect([...plan.apis.values()][0]?.functions[0]?.code).toBe(code);
  });

  it('refuses mapping templates and unknown data sources', () => {
    const properties = { ...field.Properties, RequestMappingTemplate: '{}' };
    expect(() => planOf({ ...pool, ...api, Step: step, Field: { ...field, Properties: properties } })).toThrow(
      'Demo/Field (AWS::AppSync::Resolver): property RequestMappingTemplate is not known to the local cloud',
    );
    const lost = { ...step, Properties: { ...step.Properties, DataSourceName: 'lost' } };
    expect(() => planOf({ ...pool, ...api, Step: lost })).toThrow(
      'property DataSourceName names lost, which is not in the templates',
    );
  });

  it('refuses a data source whose role AppSync may not assume', () => {
    const source = {
      Type: 'AWS::AppSync::DataSource',
      Properties: {
        ApiId: apiId,
        Name: 'things',
        Type: 'AMAZON_DYNAMODB',
        DynamoDBConfig: { TableName: 'things', AwsRegion: 'us-west-2' },
        ServiceRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
      },
    };
    expect(() => planOf({ ...pool, ...api, Role: roleFor('lambda.amazonaws.com'), Source: source })).toThrow(
      'does not trust appsync.amazonaws.com',
    );
    expect(() => planOf({ ...pool, ...api, Role: roleFor('appsync.amazonaws.com'), Source: source })).not.toThrow();
  });
});
