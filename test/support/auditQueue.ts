import {
  DeleteMessageCommand,
  ListQueuesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { LOCAL_ADMINISTRATOR } from '../../local/iam/administrator.ts';
import { cloud } from './cloud.ts';

const { endpointUrl: endpoint, region } = cloud;
const client = new SQSClient({ endpoint, region, credentials: LOCAL_ADMINISTRATOR });

async function urlOf(pattern: RegExp): Promise<string> {
  const { QueueUrls = [] } = await client.send(new ListQueuesCommand({}));
  const url = QueueUrls.find((each) => pattern.test(each));
  if (!url) throw new Error(`There is no queue like ${pattern}.`);
  return url;
}

/** Puts messages into the audit queue as they are, at once. */
export async function sendToAudit(bodies: readonly string[]): Promise<void> {
  const QueueUrl = await urlOf(/MessagingAudit(?!DeadLetters)/);
  const Entries = bodies.map((MessageBody, at) => ({ Id: String(at), MessageBody }));
  for (let at = 0; at < Entries.length; at += 10) {
    await client.send(new SendMessageBatchCommand({ QueueUrl, Entries: Entries.slice(at, at + 10) }));
  }
}

/** Takes what lies among the audit queue's dead letters. */
export async function takeDeadLetters(): Promise<{ body: string; reason: string }[]> {
  const QueueUrl = await urlOf(/MessagingAuditDeadLetters/);
  const receive = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] });
  const taken: Message[] = [];
  for (;;) {
    const { Messages = [] } = await client.send(receive);
    if (Messages.length === 0) break;
    for (const { ReceiptHandle } of Messages) await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    taken.push(...Messages);
  }
  return taken.map(({ Body = '', MessageAttributes }) => ({
    body: Body,
    reason: MessageAttributes?.reason?.StringValue ?? '',
  }));
}
