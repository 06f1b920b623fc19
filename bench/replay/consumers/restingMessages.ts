import { GetQueueAttributesCommand, paginateListQueues, SQSClient } from '@aws-sdk/client-sqs';
import type { Cloud } from '../../../local/cloud/contract.ts';
import { LOCAL_ADMINISTRATOR } from '../../../local/iam/administrator.ts';

/** Delayed ones are none of them: by these a function wakes itself later, whether or not there will be anything to do. */
const COUNTS = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'] as const;

export type RestingMessages = { queue: string; messages: number };

/** The queues, dead letter queues among them, that hold messages. */
export async function restingMessages(cloud: Pick<Cloud, 'endpointUrl' | 'region'>): Promise<RestingMessages[]> {
  const client = new SQSClient({
    endpoint: cloud.endpointUrl,
    region: cloud.region,
    credentials: LOCAL_ADMINISTRATOR,
  });
  try {
    const resting: RestingMessages[] = [];
    for await (const { QueueUrls = [] } of paginateListQueues({ client }, {})) {
      for (const QueueUrl of QueueUrls) {
        const messages = await count(client, QueueUrl);
        if (messages > 0) resting.push({ queue: QueueUrl.split('/').at(-1) ?? QueueUrl, messages });
      }
    }
    return resting;
  } finally {
    client.destroy();
  }
}

async function count(client: SQSClient, QueueUrl: string): Promise<number> {
  const { Attributes = {} } = await client.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...COUNTS] }),
  );
  return COUNTS.reduce((sum, name) => sum + Number(Attributes[name] ?? 0), 0);
}
