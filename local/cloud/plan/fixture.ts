import { AssetStore } from '../assembly/assetStore.ts';
import type { Stack } from '../assembly/readAssembly.ts';
import { readTemplate } from '../template/template.ts';
import type { Plan } from './plan.ts';
import { planAssembly } from './planAssembly.ts';

/** A stack made of the given sections of a template. */
export function stackOf(sections: Record<string, unknown>, stackName = 'Demo'): Stack {
  const environment = { stackName, region: 'us-west-2', accountId: '000000000000' };
  return { environment, template: readTemplate(sections, stackName) };
}

/** The plan of one stack with the given resources. */
export function planOf(resources: Record<string, unknown>, assets = new AssetStore()): Plan {
  return planStacks([stackOf({ Resources: resources })], assets);
}

/** The plan of several stacks, in this order. */
export function planStacks(stacks: Stack[], assets = new AssetStore()): Plan {
  const [api, aws] = ['127.0.0.1:4000', 'http://127.0.0.1:4566'];
  const engines = { redis: 'redis://127.0.0.1:6379', mysql: 'mysql://127.0.0.1:3306' };
  const urls = { graphql: `http://${api}/graphql`, realtime: `ws://${api}/graphql/realtime`, aws, ...engines };
  return planAssembly({ stacks, assets }, urls);
}

/** A role that the service may assume, with the policies given. */
export function roleFor(service: string, policies: unknown[] = []): Record<string, unknown> {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } }],
      },
      ...(policies.length === 0 ? {} : { Policies: policies }),
    },
  };
}
