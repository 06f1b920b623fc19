import { SendMessageCommand } from '@aws-sdk/client-sqs';
import type { QueueMappingPlan } from '../../../cloud/plan/mappingPlan.ts';
import type { QueuePlan } from '../../../cloud/plan/queuePlan.ts';
import type { LambdaDefinition } from '../../../lambda/definition.ts';
import { startTestHost } from '../../../lambda/testing/startTestHost.ts';
import { ACCOUNT, REGION } from '../../../messaging/testing/plans.ts';
import { startTestMessaging } from '../../../messaging/testing/startTestMessaging.ts';
import type { QueueDeps, QueueMapping } from '../contract.ts';
import type { QueueRecord } from '../record.ts';
import { startQueueMapping } from '../startQueueMapping.ts';

type Started = {
  mapping: QueueMapping;
  /** The records of each invocation so far, in the order in which they began. */
  batches: QueueRecord[][];
  /** Invocations that ran at the same time, at most. */
  most(): number;
};

/** Real queues and real functions, with mappings between them as a test wants them. */
export async function startQueueBench(queues: QueuePlan[]) {
  const test = await startTestMessaging({ queues });
  const host = startTestHost({ principals: test.principals });
  const roleArn = test.role('Worker', { Effect: 'Allow', Action: 'sqs:*', Resource: '*' });
  const mappings: QueueMapping[] = [];
  const sqs = test.sqs();

  const map = async (
    queue: QueuePlan,
    code: string,
    more: Partial<QueueMappingPlan> = {},
    definition: Partial<LambdaDefinition> = {},
  ): Promise<Started> => {
    const name = `worker-${mappings.length}`;
    host.add(name, 'index.mjs', code, { roleArn, ...definition });
    const counted = countBatches(host.host.invoke);
    const plan = { ...PLAN, name, functionArn: arnOf(name), queueArn: queue.arn, roleArn, ...more };
    const { principals, messaging } = test;
    const log = (line: string): void => void test.lines.push(line);
    const mapping = await startQueueMapping(plan, {
      messaging,
      principals,
      region: REGION,
      log,
      invoke: counted.invoke,
    });
    mappings.push(mapping);
    return { mapping, batches: counted.batches, most: counted.most };
  };

  return {
    ...test,
    map,
    functionLines: host.lines,
    send: (queue: QueuePlan, MessageBody: string, group: string | undefined = undefined, more = {}) =>
      sqs.send(new SendMessageCommand({ QueueUrl: queue.url, MessageBody, MessageGroupId: group, ...more })),
    stop: async () => {
      await Promise.all(mappings.map((mapping) => mapping.stop()));
      await host.stop();
      await test.stop();
    },
  };
}

const arnOf = (name: string): string => `arn:aws:lambda:${REGION}:${ACCOUNT}:function:${name}`;

const PLAN: Omit<QueueMappingPlan, 'name' | 'functionArn' | 'queueArn' | 'roleArn'> = {
  id: 'id',
  kind: 'queue',
  enabled: true,
  batchSize: 10,
  windowSeconds: 0,
  filters: [],
  reportsItemFailures: true,
  maximumConcurrency: null,
};

function countBatches(invoke: QueueDeps['invoke']) {
  const batches: QueueRecord[][] = [];
  let running = 0;
  let most = 0;
  return {
    batches,
    most: () => most,
    invoke: async (invocation: Parameters<QueueDeps['invoke']>[0]) => {
      batches.push((invocation.payload as { Records: QueueRecord[] }).Records);
      running += 1;
      most = Math.max(most, running);
      return invoke(invocation).finally(() => void (running -= 1));
    },
  };
}
