import { ReceiveMessageCommand, type Message, type SQSClient } from '@aws-sdk/client-sqs';

/** Receives once: up to ten messages with all of their attributes. */
export async function receive(
  sqs: SQSClient,
  queueUrl: string,
  more: { VisibilityTimeout?: number } = {},
): Promise<Message[]> {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: queueUrl,
      MaxNumberOfMessages: 10,
      MessageSystemAttributeNames: ['All'],
      MessageAttributeNames: ['All'],
      ...more,
    }),
  );
  return Messages;
}

export const bodies = (messages: readonly Message[]): (string | undefined)[] => messages.map(({ Body }) => Body);
