import { z } from 'zod';
import { TemplateError } from '../../template/templateError.ts';
import { defineAdapter, type ResourceContext } from '../adapter.ts';
import { requireTrust } from '../iam/trust.ts';
import { physicalName } from '../physicalName.ts';
import { properties, skip, tags, text, textMap, whole } from '../shapes.ts';

export const lambdaFunction = defineAdapter({
  type: 'AWS::Lambda::Function',
  properties: properties({
    FunctionName: text.optional(),
    Code: properties({ S3Bucket: text, S3Key: text }),
    Handler: text,
    Runtime: z.string().regex(/^nodejs\d+\.x$/, 'only Node.js runtimes run locally'),
    Role: text,
    Environment: properties({ Variables: textMap.default({}) }).default({ Variables: {} }),
    Timeout: whole.default(3),
    MemorySize: whole.default(128),
    ReservedConcurrentExecutions: whole.optional(),
    PackageType: z.literal('Zip').optional(),
    Architectures: skip('the code is JavaScript and runs on this machine’s processor'),
    Description: skip('says nothing to a machine'),
    EphemeralStorage: skip('functions share this machine’s temporary folder'),
    KmsKeyArn: skip('encryption at rest is a matter of the real service'),
    LoggingConfig: skip('logs are printed as they come'),
    RecursiveLoop: skip('loop detection is the real service’s own'),
    RuntimeManagementConfig: skip('the runtime is the Node.js of this machine'),
    Tags: tags,
    TracingConfig: skip('traces need X-Ray'),
    VpcConfig: skip('there is no VPC: a function reaches what this machine reaches'),
  }),
  plan(properties, context) {
    const { stackName, region, accountId } = context.environment;
    const name = properties.FunctionName ?? physicalName(stackName, context.logicalId, 64);
    const arn = `arn:aws:lambda:${region}:${accountId}:function:${name}`;
    requireTrust(context.plan, properties.Role, 'lambda.amazonaws.com');
    context.plan.functions.set(arn, {
      constructId: context.constructId,
      name,
      arn,
      roleArn: properties.Role,
      codeFolder: codeFolder(properties.Code, context),
      handler: properties.Handler,
      runtime: properties.Runtime,
      environment: properties.Environment.Variables,
      timeoutSeconds: properties.Timeout,
      memoryMiB: properties.MemorySize,
      ...(properties.ReservedConcurrentExecutions === undefined
        ? {}
        : { reservedConcurrency: properties.ReservedConcurrentExecutions }),
    });
    return { ref: name, attributes: { Arn: arn } };
  },
});

/** The assembly holds a function's code unpacked: a folder that would be zipped while deploying. */
function codeFolder(code: { S3Bucket: string; S3Key: string }, { assets }: ResourceContext): string {
  const asset = assets.get(code.S3Bucket, code.S3Key);
  if (asset.packaging !== 'zip')
    throw new TemplateError('property Code is no folder of the assembly; ready-made archives are not run');
  return asset.path;
}
