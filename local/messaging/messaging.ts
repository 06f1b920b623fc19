import type { QueuePlan } from '../cloud/plan/queuePlan.ts';
import type { TopicPlan } from '../cloud/plan/topicPlan.ts';
import type { ServiceHandler } from '../endpoint/server/request.ts';
import type { Principals } from '../iam/principals.ts';
import { createCall, type MessagingCall } from './call.ts';
import { startEngine } from './engine/engine.ts';
import { createAccess } from './policies/access.ts';
import { createTopics } from './sns/createTopics.ts';
import { createSnsHandler } from './sns/handler.ts';
import { createMailbox, type Mailbox } from './sns/mailbox.ts';
import { createSnsService } from './sns/service.ts';
import { createQueues } from './sqs/createQueues.ts';
import { createSqsHandler } from './sqs/handler.ts';
import { createSqsService } from './sqs/service.ts';
import { watchQueues, type QueueWatch } from './sqs/watch.ts';

export type MessagingOptions = {
  queues: Iterable<QueuePlan>;
  topics: Iterable<TopicPlan>;
  principals: Principals;
  region: string;
  accountId: string;
  /** Where queues keep their messages over a restart; null keeps them in memory. */
  dataFolder: string | null;
  log(line: string): void;
};

export type Messaging = QueueWatch & {
  /** What the endpoint serves as `sqs` and `sns`. */
  services: { sqs: ServiceHandler; sns: ServiceHandler };
  /**
   * One call without HTTP, authorized like any other: as a role's session, or as an AWS service on behalf of a resource.
   * SQS as its API has it; of SNS only Publish.
   * @throws {AwsServiceError} the service's error
   */
  call: MessagingCall;
  /** What would have been sent by e-mail, the newest last; the last 100 are kept. */
  mails: Mailbox['mails'];
  stop(): Promise<void>;
};

/**
 * Starts the queues and topics of the templates.
 * @throws {PolicyError} for a queue's or topic's policy that cannot be decided here
 * @throws {TemplateError} when the data folder's queues are of another kind than the templates'
 */
export async function startMessaging(options: MessagingOptions): Promise<Messaging> {
  const { principals, region, accountId, log } = options;
  const [queues, topics] = [[...options.queues], [...options.topics]];
  const urls = new Map(queues.map(({ name, url }) => [name, url]));
  const access = createAccess(principals, [...queues, ...topics]);
  const mailbox = createMailbox(log);
  const url = (name: string): string => urls.get(name) ?? name;
  const engine = await startEngine({ dataFolder: options.dataFolder, region, url });
  try {
    createQueues(queues, engine.queues, log);
    createTopics(topics, { engine, access, log, mail: mailbox.take });
  } catch (error) {
    await engine.stop();
    throw error;
  }
  const sqs = createSqsService({ engine, access, region, accountId });
  const sns = createSnsService({ engine, access });
  return {
    services: { sqs: createSqsHandler(sqs), sns: createSnsHandler(sns) },
    call: createCall(sqs, sns),
    mails: mailbox.mails,
    ...watchQueues(engine.queues),
    stop: engine.stop,
  };
}
