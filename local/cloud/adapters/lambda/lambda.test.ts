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

  describe('a function URL', () => {
    const url = (more: object = {}) => ({
      Type: 'AWS::Lambda::Url',
      Properties: { TargetFunctionArn: { 'Fn::GetAtt': ['Worker', 'Arn'] }, AuthType: 'NONE', ...more },
    });
    const permission = (more: object) => ({
      Type: 'AWS::Lambda::Permission',
      Properties: { FunctionName: { Ref: 'Worker' }, Principal: '*', ...more },
    });
    const byUrl = permission({ Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' });
    const functionArn = 'arn:aws:lambda:us-west-2:000000000000:function:Demo-Worker';

    it('gets an address below the API’s, with who may call it', () => {
      const address = { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: '' as unknown } };
      address.Properties.Value = { 'Fn::GetAtt': ['Url', 'FunctionUrl'] };
      const invoke = permission({ Action: 'lambda:InvokeFunction', InvokedViaFunctionUrl: true });
      const Cors = { AllowOrigins: ['*'], MaxAge: 5 };
      const resources = { ...lambda(), Url: url({ Cors }), ByUrl: byUrl, Invoke: invoke, Address: address };
      const { functionUrls, urlPermissions } = planOf(resources, assets);
      expect(functionUrls).toEqual([
        expect.objectContaining({
          id: expect.stringMatching(/^[a-z0-9]{32}$/) as string,
          functionArn,
          authType: 'NONE',
          cors: expect.objectContaining({ allowOrigins: ['*'], maxAgeSeconds: 5 }) as object,
        }),
      ]);
      expect(urlPermissions).toEqual([
        { functionArn, action: 'lambda:InvokeFunctionUrl', authType: 'NONE' },
        { functionArn, action: 'lambda:InvokeFunction' },
      ]);
    });

    it('is refused where it streams, and a function is not opened to everybody by anything else', () => {
      expect(() => planOf({ ...lambda(), Url: url({ InvokeMode: 'RESPONSE_STREAM' }) }, assets)).toThrow(
        'responses are not streamed locally',
      );
      const open = permission({ Action: 'lambda:InvokeFunction' });
      expect(() => planOf({ ...lambda(), Open: open }, assets)).toThrow('by the URL only');
      expect(() => planOf({ ...lambda(), Open: permission({ Action: 'lambda:InvokeFunctionUrl' }) }, assets)).toThrow(
        'give FunctionUrlAuthType',
      );
      const account = permission({ Action: 'lambda:InvokeFunction', Principal: '111122223333' });
      expect(() => planOf({ ...lambda(), Open: account }, assets)).toThrow('are let in by permissions locally');
    });
  });

  it('refuses runtimes and code that it cannot run', () => {
    expect(() => planOf(lambda({ Runtime: 'python3.13' }), assets)).toThrow('only Node.js runtimes run locally');
    expect(() => planOf(lambda({ Code: { S3Bucket: 'bucket', S3Key: 'other.zip' } }), assets)).toThrow(
      'the cloud assembly has no asset s3://bucket/other.zip',
    );
  });
});
