import { join } from 'node:path';
import type { Endpoint } from '../../endpoint/endpoint.ts';
import type { Principals } from '../../iam/principals.ts';
import { startMessaging, type Messaging } from '../../messaging/messaging.ts';
import type { Lifecycle } from '../lifecycle.ts';
import type { Plan } from '../plan/plan.ts';

type Settings = {
  endpoint: Endpoint;
  principals: Principals;
  region: string;
  accountId: string;
  dataFolder: string | null;
  log(line: string): void;
};

/**
 * Starts the queues and topics of the plan, once its roles are known, and opens the endpoint's doors to them.
 * @throws {PolicyError} for a queue's or topic's policy that cannot be decided here
 * @throws {TemplateError} when the data folder's queues are of another kind than the template's
 */
export async function startQueuesAndTopics(plan: Plan, settings: Settings, lifecycle: Lifecycle): Promise<Messaging> {
  const { endpoint, dataFolder } = settings;
  const messaging = await startMessaging({
    ...settings,
    queues: plan.queues.values(),
    topics: plan.topics.values(),
    dataFolder: dataFolder === null ? null : join(dataFolder, 'messaging'),
  });
  lifecycle.add('queues and topics', messaging.stop);
  endpoint.serve('sqs', messaging.services.sqs);
  endpoint.serve('sns', messaging.services.sns);
  return messaging;
}
