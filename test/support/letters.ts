import { GetQueueUrlCommand, ListQueuesCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { LOCAL_ADMINISTRATOR } from '../../local/iam/administrator.ts';
import { cloud, get, operator } from './cloud.ts';

export type DeadLetter = {
  id: string;
  queue: string;
  source: string;
  reason: string;
  body: string;
  receivedCount: number;
  sentAt: string;
};

const LIST = `query Letters($queue: String!, $limit: Int) {
  deadLetters(queue: $queue, limit: $limit) { id queue source reason body receivedCount sentAt }
}`;
export const REDRIVE =
  'mutation Redrive($queue: String!, $ids: [ID!]) { redriveDeadLetters(queue: $queue, ids: $ids) }';
export const DISCARD = 'mutation Discard($queue: String!, $id: ID!) { discardDeadLetter(queue: $queue, id: $id) }';

const WAIT_MS = 45_000;

const sqs = new SQSClient({ endpoint: cloud.endpointUrl, region: cloud.region, credentials: LOCAL_ADMINISTRATOR });

/** The letters of a queue that `mine` knows, once there is one. @throws when none comes in time */
export async function lettersOf(queue: string, mine: (letter: DeadLetter) => boolean): Promise<DeadLetter[]> {
  const olga = await operator();
  const end = Date.now() + WAIT_MS;
  while (Date.now() < end) {
    const { deadLetters } = await get(olga, LIST, { queue, limit: 100 });
    const found = (deadLetters as DeadLetter[]).filter(mine);
    if (found.length > 0) return found;
  }
  throw new Error(`No such letter came into ${queue} within ${WAIT_MS} ms.`);
}

/** All letters of a queue as they are now. */
export async function allLetters(queue: string): Promise<DeadLetter[]> {
  return (await get(await operator(), LIST, { queue, limit: 100 })).deadLetters;
}

/** Sends a message as the administrator, to the queue whose name has this part; with a name without `DeadLetters` to no such queue. */
export async function sendTo(namePart: string, message: { body: string; group?: string }): Promise<void> {
  const isMeant = (name: string) =>
    name.includes(namePart) && name.includes('DeadLetters') === namePart.includes('DeadLetters');
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({}));
  const names = QueueUrls.map((url) => url.split('/').at(-1) ?? '').filter(isMeant);
  if (names.length !== 1) throw new Error(`${names.length} queues have ${namePart} in their names.`);
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: names[0] }));
  const { body, group } = message;
  const fifo = group ? { MessageGroupId: group, MessageDeduplicationId: crypto.randomUUID() } : {};
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: body, ...fifo }));
}
