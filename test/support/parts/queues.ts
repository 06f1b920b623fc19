import { GetQueueAttributesCommand, ListQueuesCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { LOCAL_ADMINISTRATOR } from '../../../local/iam/administrator.ts';
import { cloud } from '../cloud/cloud.ts';

const client = new SQSClient({ endpoint: cloud.endpointUrl, region: cloud.region, credentials: LOCAL_ADMINISTRATOR });

/** SQS takes ten messages a call. */
const CALL_LIMIT = 10;

/**
 * The URL of the one queue of this name: as in the manifest, like `Audit`, or with `DeadLetters` behind it; of a stream's
 * dead letters the consumer and the table, like `CacheUpdaterInventoryDeadLetters`.
 * @throws where there is none, or more than one
 */
export async function queueUrl(name: string): Promise<string> {
  const { QueueUrls = [] } = await client.send(new ListQueuesCommand({}));
  // Stack, construct path, all with hyphens between.
  const path = /\/[^/-]+-(?:Messaging-)?([^/]+?)(?:\.fifo)?$/;
  const [url, ...others] = QueueUrls.filter((each) => path.exec(each)?.[1].replaceAll('-', '') === name);
  if (!url || others.length > 0) throw new Error(`Not one queue is named ${name}: ${QueueUrls.join(' ')}`);
  return url;
}

export async function queueArn(name: string): Promise<string> {
  const input = { QueueUrl: await queueUrl(name), AttributeNames: ['QueueArn' as const] };
  return (await client.send(new GetQueueAttributesCommand(input))).Attributes!.QueueArn!;
}

/** How many messages wait in a queue. */
export async function waitingIn(name: string): Promise<number> {
  const AttributeNames = ['ApproximateNumberOfMessages' as const];
  const { Attributes } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl: await queueUrl(name), AttributeNames }),
  );
  return Number(Attributes?.ApproximateNumberOfMessages);
}

/** `group` where the queue is FIFO. */
type Message = { body: string; group?: string };

/** Puts messages into a queue as they are, past whoever sends there. */
export async function sendTo(name: string, ...messages: readonly Message[]): Promise<void> {
  const QueueUrl = await queueUrl(name);
  const entries = messages.map(({ body, group }, at) => ({
    Id: `${at}`,
    MessageBody: body,
    ...(group ? { MessageGroupId: group, MessageDeduplicationId: crypto.randomUUID() } : {}),
  }));
  for (let at = 0; at < entries.length; at += CALL_LIMIT) {
    const Entries = entries.slice(at, at + CALL_LIMIT);
    const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
    if (Failed.length > 0) throw new Error(`${name} did not take ${JSON.stringify(Failed)}.`);
  }
}
