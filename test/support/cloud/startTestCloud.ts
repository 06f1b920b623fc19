import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { synthesize } from '../../../local/cloud/assembly/synthesize.ts';
import type { Cloud, CloudOptions } from '../../../local/cloud/contract.ts';
import { runAssembly } from '../../../local/cloud/run/runAssembly.ts';
import { BUS_SUBSCRIBER } from '../parts/bus.ts';

const root = resolve(import.meta.dirname, '../../..');
const TEMPLATE = 'KeyrackApi.template.json';

type Template = { Resources: Record<string, { Type: string; Properties?: object }> };

/** A local cloud of the app with one more queue: by a rule of its own it hears all that is put on the project's bus. */
export async function startTestCloud(options: CloudOptions): Promise<Cloud> {
  const folder = mkdtempSync(join(tmpdir(), 'assembly-'));
  const cloud = await runAssembly(async () => {
    addSubscriber(await synthesize(root), folder);
    return folder;
  }, options).catch((error: unknown) => {
    rmSync(folder, { recursive: true });
    throw error;
  });
  return { ...cloud, stop: () => cloud.stop().finally(() => rmSync(folder, { recursive: true })) };
}

/** Writes the assembly `from` into the folder `to`, with the subscriber; assets are not copied. */
function addSubscriber(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) if (name !== TEMPLATE) symlinkSync(join(from, name), join(to, name));
  const template = JSON.parse(readFileSync(join(from, TEMPLATE), 'utf8')) as Template;
  const [busId = ''] =
    Object.entries(template.Resources).find(([, { Type }]) => Type === 'AWS::Events::EventBus') ?? [];
  Object.assign(template.Resources, subscriberOf(busId));
  writeFileSync(join(to, TEMPLATE), JSON.stringify(template));
}

const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

function subscriberOf(busId: string): Template['Resources'] {
  const letIn = {
    Effect: 'Allow',
    Principal: { Service: 'events.amazonaws.com' },
    Action: 'sqs:SendMessage',
    Resource: arnOf('TestSubscriber'),
    Condition: { ArnEquals: { 'aws:SourceArn': arnOf('TestSubscription') } },
  };
  return {
    TestSubscriber: { Type: 'AWS::SQS::Queue', Properties: { QueueName: BUS_SUBSCRIBER } },
    TestSubscriberPolicy: {
      Type: 'AWS::SQS::QueuePolicy',
      Properties: { Queues: [{ Ref: 'TestSubscriber' }], PolicyDocument: { Statement: [letIn] } },
    },
    TestSubscription: {
      Type: 'AWS::Events::Rule',
      Properties: {
        EventBusName: { Ref: busId },
        EventPattern: { source: [{ prefix: '' }] },
        Targets: [{ Id: 'queue', Arn: arnOf('TestSubscriber') }],
      },
    },
  };
}
