import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import type { DeadLetterQueue } from '../../generated/types.ts';
import type { WorkSource } from '../shared/work/work.ts';
import { sqs } from './queueClient.ts';

/** Every queue with about how many letters lie there, those in somebody's hands among them. */
export function countAll(sources: readonly WorkSource[]): Promise<DeadLetterQueue[]> {
  return Promise.all(
    sources.map(async ({ name, kind, deadLetters }) => {
      const { Attributes = {} } = await sqs.send(
        new GetQueueAttributesCommand({
          QueueUrl: deadLetters.url,
          AttributeNames: ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'],
        }),
      );
      const { ApproximateNumberOfMessages: visible = 0, ApproximateNumberOfMessagesNotVisible: inHand = 0 } =
        Attributes;
      return { name, source: kind, messages: Number(visible) + Number(inHand) };
    }),
  );
}
