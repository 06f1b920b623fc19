import { DeleteMessageCommand, ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { LOCAL_ADMINISTRATOR } from '../../../local/iam/administrator.ts';

/** Name of the queue that test clouds have besides the app's: it hears all that is put on the project's bus. */
export const BUS_SUBSCRIBER = 'test-bus-subscriber';

export type BusEvent = { id: string; source: string; 'detail-type': string; detail: Record<string, unknown> };

/** What was heard on the bus, by this process. */
export type BusEar = {
  /** Takes what has come since, and answers all that was ever heard and is wanted. */
  heard(isWanted: (event: BusEvent) => boolean): Promise<BusEvent[]>;
};

/** @param cloud a test cloud */
export function listenToBus(cloud: { endpointUrl: string; region: string }): BusEar {
  const { endpointUrl: endpoint, region } = cloud;
  const sqs = new SQSClient({ endpoint, region, credentials: LOCAL_ADMINISTRATOR });
  const QueueUrl = `${endpoint}/000000000000/${BUS_SUBSCRIBER}`;
  const events = new Map<string, BusEvent>();

  const take = async (): Promise<void> => {
    for (;;) {
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
      if (Messages.length === 0) return;
      for (const { Body = '', ReceiptHandle, MessageId = '' } of Messages) {
        events.set(MessageId, JSON.parse(Body) as BusEvent);
        await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
      }
    }
  };

  return {
    heard: async (isWanted) => {
      await take();
      return [...events.values()].filter(isWanted);
    },
  };
}
