import { describe, expect, it } from 'vitest';
import { AssetStore } from '../../assembly/assetStore.ts';
import { planOf, roleFor } from '../../plan/fixture.ts';

describe('Lambda', () => {
  const lambda = (more: Record<string, unknown> = {}) => ({
    Role: roleFor('lambda.amazonaws.com'),
    Worker: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Code: { S3Bucket: 'bucket', S3Key: 'code.zip' },
        Handler: 'index.handler',
        Runtime: 'nodejs24.x',
        Role: { 'Fn::GetAtt': ['Role', 'Arn'] },
        Timeout: 25,
        MemorySize: '512',
        Environment: { Variables: { A: 'b', N: 5 } },
        ...more,
      },
    },
  });
  const assets = new AssetStore();
  assets.add('bucket', 'code.zip', { path: '/assembly/asset.1', packaging: 'zip' });

  it('takes code, role, environment and limits', () => {
    const [worker] = [...planOf(lambda(), assets).functions.values()];
    expect(worker).toEqual({
      constructId: 'Worker',
      name: 'Demo-Worker',
      arn: 'arn:aws:lambda:us-west-2:000000000000:function:Demo-Worker',
      roleArn: 'arn:aws:iam::000000000000:role/Demo-Role',
      codeFolder: '/assembly/asset.1',
      handler: 'index.handler',
      runtime: 'nodejs24.x',
      environment: { A: 'b', N: '5' },
      timeoutSeconds: 25,
      memoryMiB: 512,
    });
  });

  it('calls with every start what a deployment calls, under whatever version', () => {
    const version = { Type: 'AWS::Lambda::Version', Properties: { FunctionName: { Ref: 'Worker' } } };
    const trigger = (InvocationType: string) => ({
      Type: 'Custom::Trigger',
      Properties: {
        ServiceToken: { 'Fn::GetAtt': ['Worker', 'Arn'] },
        HandlerArn: { Ref: 'Version' },
        InvocationType,
        Timeout: '120000',
        ExecuteOnHandlerChange: true,
      },
    });
    const resources = { ...lambda(), Version: version };
    const plan = planOf({ ...resources, Trigger: trigger('RequestResponse') }, assets);
    const functionArn = 'arn:aws:lambda:us-west-2:000000000000:function:Demo-Worker';
    expect(plan.deploymentCalls).toEqual([{ functionArn }]);
    expect(() => planOf({ ...resources, Trigger: trigger('Event') }, assets)).toThrow('that the deployment waits for');
  });

  it('refuses runtimes and code that it cannot run', () => {
    expect(() => planOf(lambda({ Runtime: 'python3.13' }), assets)).toThrow('only Node.js runtimes run locally');
    expect(() => planOf(lambda({ Code: { S3Bucket: 'bucket', S3Key: 'other.zip' } }), assets)).toThrow(
      'the cloud assembly has no asset s3://bucket/other.zip',
    );
  });
});
