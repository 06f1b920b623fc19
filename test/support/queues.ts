import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ListQueuesCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { LOCAL_ADMINISTRATOR } from '../../local/iam/administrator.ts';
import { cloud } from './cloud.ts';

const client = new SQSClient({ endpoint: cloud.endpointUrl, region: cloud.region, credentials: LOCAL_ADMINISTRATOR });

/** The URL of a queue by its name in the manifest; with `DeadLetters` behind it, of its dead letter queue. */
async function urlOf(name: string): Promise<string> {
  const { QueueUrls = [] } = await client.send(new ListQueuesCommand({}));
  const url = QueueUrls.find((one) => new RegExp(`Messaging${name}[0-9A-F]{8}`).test(one));
  if (!url) throw new Error(`There is no queue ${name} among ${QueueUrls.join(', ')}.`);
  return url;
}

export async function queueArn(name: string): Promise<string> {
  const input = { QueueUrl: await urlOf(name), AttributeNames: ['QueueArn' as const] };
  return (await client.send(new GetQueueAttributesCommand(input))).Attributes!.QueueArn!;
}

/** To a FIFO queue. */
export async function sendTo(name: string, message: { group: string; id: string; body: string }): Promise<void> {
  await client.send(
    new SendMessageCommand({
      QueueUrl: await urlOf(name),
      MessageBody: message.body,
      MessageGroupId: message.group,
      MessageDeduplicationId: message.id,
    }),
  );
}

/** Takes the dead letter of which `isWanted` says yes, waiting for it. @throws when none comes within 20 s */
export async function takeDeadLetter(name: string, isWanted: (body: string) => boolean) {
  const QueueUrl = await urlOf(`${name}DeadLetters`);
  const end = Date.now() + 20_000;
  while (Date.now() < end) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({
        QueueUrl,
        MaxNumberOfMessages: 10,
        WaitTimeSeconds: 1,
        VisibilityTimeout: 1,
        MessageAttributeNames: ['All'],
      }),
    );
    const found = Messages.find(({ Body }) => isWanted(Body ?? ''));
    if (!found) continue;
    await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: found.ReceiptHandle }));
    return { body: found.Body!, reason: found.MessageAttributes?.reason?.StringValue };
  }
  throw new Error(`No such dead letter came to ${name}.`);
}
