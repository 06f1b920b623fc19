import { join } from 'node:path';
import { createLocalClient } from '../../endpoint/client/localClient.ts';
import type { Principals } from '../../iam/principals.ts';
import type { LambdaHost } from '../../lambda/definition.ts';
import type { QueueDeps } from '../../mappings/queue/contract.ts';
import { startQueueMapping } from '../../mappings/queue/startQueueMapping.ts';
import type { StreamDeps } from '../../mappings/stream/contract.ts';
import { startStreamMapping } from '../../mappings/stream/startStreamMapping.ts';
import type { Lag } from '../contract.ts';
import type { Lifecycle } from '../lifecycle.ts';
import type { MappingPlan } from '../plan/mappingPlan.ts';
import type { Worker } from './rest/drained.ts';
import type { DynamoDbCall } from './tables.ts';

export type MappingSettings = {
  endpointUrl: string;
  region: string;
  principals: Principals;
  functions: LambdaHost;
  messaging: QueueDeps['messaging'];
  call: DynamoDbCall;
  onWrite?: StreamDeps['onWrite'];
  dataFolder: string | null;
  log(line: string): void;
};

/** The event source mappings that run. */
export type Mappings = { workers: Worker[]; lags(): Lag[] };

type Running = {
  plan: MappingPlan;
  pending(): Promise<number>;
  lag(): { pending: number; oldestMs: number };
  stop(): Promise<void>;
};

/**
 * Starts every event source mapping that is not switched off.
 * @throws {TemplateError} when a function's role may not read its source
 */
export async function startMappings(
  plans: readonly MappingPlan[],
  settings: MappingSettings,
  lifecycle: Lifecycle,
): Promise<Mappings> {
  const deps = { stream: streamDeps(settings), queue: { ...settings, invoke: settings.functions.invoke } };
  const running: Running[] = [];
  // All at once: each gives the invocations under way some time.
  lifecycle.add('event source mappings', async () => {
    await Promise.all(running.map(({ stop }) => stop()));
  });
  for (const plan of plans) {
    if (!plan.enabled) {
      settings.log(`${plan.name}: the mapping is switched off in the template`);
      continue;
    }
    running.push(await start(fitting(plan, settings.functions), deps));
  }
  return {
    workers: running.map(({ plan, pending }) => ({ name: plan.name, pending })),
    lags: () => running.map(({ plan, lag }) => ({ ...namesOf(plan), ...lag() })),
  };
}

/** More lanes than can run at a time would only cut small what waits together. */
function fitting(plan: MappingPlan, functions: LambdaHost): MappingPlan {
  if (plan.kind !== 'stream' || functions.find(plan.functionArn)?.reservedConcurrency !== undefined) return plan;
  return { ...plan, parallelization: Math.min(plan.parallelization, functions.unreservedConcurrency) };
}

function start(plan: MappingPlan, deps: { stream: StreamDeps; queue: QueueDeps }): Promise<Running> {
  return plan.kind === 'stream' ? startStreamMapping(plan, deps.stream) : startQueueMapping(plan, deps.queue);
}

function streamDeps(settings: MappingSettings): StreamDeps {
  const { endpointUrl, region, principals, functions, call, onWrite, dataFolder, log } = settings;
  const client = createLocalClient({ url: endpointUrl, region, principals });
  return {
    call,
    onWrite,
    invoke: functions.invoke,
    principals,
    sendTo: async ({ arn, roleArn, body }) => {
      if (arn.startsWith('arn:aws:sns:')) await client.publish({ TopicArn: arn, Message: body }, roleArn);
      else await client.sqs('SendMessage', { QueueUrl: await client.queueUrl(arn), MessageBody: body }, roleArn);
    },
    dataFolder: dataFolder === null ? null : join(dataFolder, 'mappings'),
    log,
  };
}

function namesOf(plan: MappingPlan): Pick<Lag, 'mapping' | 'function' | 'source'> {
  return {
    mapping: plan.id,
    function: plan.functionArn,
    source: plan.kind === 'stream' ? plan.streamArn : plan.queueArn,
  };
}
