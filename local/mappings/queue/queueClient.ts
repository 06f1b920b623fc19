import type { QueueMappingPlan } from '../../cloud/plan/mappingPlan.ts';
import type { QueueDeps } from './contract.ts';
import type { ReceivedMessage } from './record.ts';

/** SQS allows so many messages a call. */
export const CALL_LIMIT = 10;

/** The queue as the function's role may use it. */
export type QueueClient = {
  /** Up to `count` messages, ten at most; waits up to `seconds` (20 at most) for the first one. @throws {AwsServiceError} */
  receive(count: number, seconds: number): Promise<ReceivedMessage[]>;
  /** @throws {AwsServiceError} */
  delete(messages: readonly ReceivedMessage[]): Promise<void>;
  /** Gives messages back at once that were never handed to the function. @throws {AwsServiceError} */
  giveBack(messages: readonly ReceivedMessage[]): Promise<void>;
};

export function createQueueClient(
  { queueArn, roleArn, functionArn }: QueueMappingPlan,
  { messaging }: QueueDeps,
): QueueClient {
  const as = { roleArn, sessionName: functionArn.split(':').at(-1) ?? '' };
  const QueueUrl = queueArn.split(':').slice(4).join('/');
  const call = (operation: string, input: Record<string, unknown>) =>
    messaging.call({ service: 'sqs', operation, input: { QueueUrl, ...input }, as });
  const batch = async (operation: string, messages: readonly ReceivedMessage[], more = {}): Promise<void> => {
    const entries = messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle, ...more }));
    for (let from = 0; from < entries.length; from += CALL_LIMIT) {
      await call(operation, { Entries: entries.slice(from, from + CALL_LIMIT) });
    }
  };
  return {
    receive: async (count, seconds) => {
      const { Messages = [] } = await call('ReceiveMessage', {
        MaxNumberOfMessages: Math.min(count, CALL_LIMIT),
        WaitTimeSeconds: seconds,
        MessageSystemAttributeNames: ['All'],
        MessageAttributeNames: ['All'],
      });
      return Messages as ReceivedMessage[];
    },
    delete: (messages) => batch('DeleteMessageBatch', messages),
    giveBack: (messages) => batch('ChangeMessageVisibilityBatch', messages, { VisibilityTimeout: 0 }),
  };
}
