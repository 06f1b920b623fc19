import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { expect, it } from 'vitest';
import { DeploymentCalls } from './deploymentCalls.ts';

class Made extends Construct {
  readonly function = new LambdaFunction(this, 'Function', {
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: Code.fromInline('0'),
  });
}

it('what a deployment calls has worked before the functions that share the audit history are updated', () => {
  const stack = new Stack(new App(), 'Demo');
  const entries = {
    Writer: { timeoutSeconds: 30, audit: true },
    Migrator: { timeoutSeconds: 110, audit: true, calledByDeployment: true },
    Other: { timeoutSeconds: 30 },
  } as const;
  const functions = Object.entries(entries).map(([name, entry]) => ({ name, entry, made: new Made(stack, name) }));
  new DeploymentCalls(stack, 'Calls', { functions });

  const template = Template.fromStack(stack);
  const [[trigger, { Properties: called }]] = Object.entries(template.findResources('Custom::Trigger'));
  expect(called.Timeout).toBe('110000');
  expect(called.HandlerArn.Ref).toMatch(/^MigratorFunctionCurrentVersion/);
  const waiting = Object.entries(template.findResources('AWS::Lambda::Function'))
    .filter(([, { DependsOn = [] }]) => DependsOn.includes(trigger))
    .map(([id]) => id);
  expect(waiting).toEqual([expect.stringMatching(/^WriterFunction/)]);
}, 60_000);
