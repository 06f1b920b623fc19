import { ListQueuesCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { LOCAL_ADMINISTRATOR } from '../../local/iam/administrator.ts';
import { cloud } from './cloud.ts';

export type DeadLetter = { body: string; reason: string | undefined };

/** Looks into the dead letter queue whose name holds all of these; what it finds stays hidden for half a minute. */
export async function deadLetters(...inName: string[]): Promise<DeadLetter[]> {
  const { endpointUrl: endpoint, region } = cloud;
  const client = new SQSClient({ endpoint, region, credentials: LOCAL_ADMINISTRATOR });
  const { QueueUrls = [] } = await client.send(new ListQueuesCommand({}));
  const [QueueUrl, ...others] = QueueUrls.filter((url) => inName.every((part) => url.includes(part)));
  if (!QueueUrl || others.length > 0) throw new Error(`Not one queue is named ${inName.join(' and ')}: ${QueueUrls}`);
  const command = new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ['All'] });
  const { Messages = [] } = await client.send(command);
  return Messages.map(({ Body = '', MessageAttributes }) => ({
    body: Body,
    reason: MessageAttributes?.reason?.StringValue,
  }));
}
