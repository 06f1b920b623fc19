import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { synthesize } from '../../../local/cloud/assembly/synthesize.ts';
import type { Cloud, CloudOptions } from '../../../local/cloud/contract.ts';
import { runAssembly } from '../../../local/cloud/run/runAssembly.ts';
import { BUS_SUBSCRIBER } from '../parts/bus.ts';

const root = resolve(import.meta.dirname, '../../..');
const TEMPLATE = 'KeyrackApi.template.json';

type Template = { Resources: Record<string, { Type: string; Properties?: object }> };

/** A local cloud of the app with one more queue: by a rule of its own it hears all that is put on the project's bus. */
export function startTestCloud(options: CloudOptions): Promise<Cloud> {
  return runAssembly(async () => withSubscriber(await synthesize(root)), options);
}

/** The assembly with the subscriber, beside the one it is made from: the same gives the same, and old ones go with the others. */
function withSubscriber(assembly: string): string {
  const folder = `${assembly}-heard`;
  if (existsSync(folder)) return folder;
  const fresh = mkdtempSync(`${folder}-`);
  for (const name of readdirSync(assembly)) if (name !== TEMPLATE) symlinkSync(join(assembly, name), join(fresh, name));
  const template = JSON.parse(readFileSync(join(assembly, TEMPLATE), 'utf8')) as Template;
  const [busId = ''] =
    Object.entries(template.Resources).find(([, { Type }]) => Type === 'AWS::Events::EventBus') ?? [];
  Object.assign(template.Resources, subscriberOf(busId));
  writeFileSync(join(fresh, TEMPLATE), JSON.stringify(template));
  try {
    renameSync(fresh, folder);
  } catch (error) {
    rmSync(fresh, { recursive: true });
    // Another process was faster.
    if (!existsSync(folder)) throw error;
  }
  return folder;
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
