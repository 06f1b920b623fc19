import type { SentEntry } from '../engine/sendContext.ts';

export type Input = Record<string, unknown>;

/**
 * What is served of SQS, with the IAM action that each operation needs: batches need that of their single operation
 * (Service Authorization Reference, "Actions defined by Amazon SQS"). Queues are made, changed and deleted by the template.
 */
export const ACTIONS: Readonly<Record<string, string>> = {
  ChangeMessageVisibility: 'sqs:ChangeMessageVisibility',
  ChangeMessageVisibilityBatch: 'sqs:ChangeMessageVisibility',
  DeleteMessage: 'sqs:DeleteMessage',
  DeleteMessageBatch: 'sqs:DeleteMessage',
  GetQueueAttributes: 'sqs:GetQueueAttributes',
  GetQueueUrl: 'sqs:GetQueueUrl',
  ListQueues: 'sqs:ListQueues',
  PurgeQueue: 'sqs:PurgeQueue',
  ReceiveMessage: 'sqs:ReceiveMessage',
  SendMessage: 'sqs:SendMessage',
  SendMessageBatch: 'sqs:SendMessage',
};

/** The name of the queue that a call is about; undefined when it is about none. */
export function queueName(operation: string, input: Input): string | undefined {
  if (operation === 'ListQueues') return undefined;
  return operation === 'GetQueueUrl' ? textOf(input.QueueName) : textOf(input.QueueUrl).split('/').at(-1);
}

/** The messages that a call sends, in their order. */
export function sentEntries(operation: string, input: Input): SentEntry[] {
  if (operation === 'SendMessage') return [sentEntry(input)];
  if (operation !== 'SendMessageBatch' || !Array.isArray(input.Entries)) return [];
  return (input.Entries as Input[]).map(sentEntry);
}

function sentEntry({ MessageBody: body, MessageGroupId: group, MessageDeduplicationId: id }: Input): SentEntry {
  return {
    body: textOf(body),
    ...(typeof group === 'string' ? { groupId: group } : {}),
    ...(typeof id === 'string' ? { deduplicationId: id } : {}),
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
