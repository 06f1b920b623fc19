import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { REASON_ATTRIBUTE } from '../shared/batch/deadLetters.ts';
import type { QueueRef } from '../shared/work/work.ts';
import type { Letter } from './hold.ts';
import { sqs } from './queueClient.ts';

/**
 * Sends a letter's message to the queue it came from: body, attributes and group as they were. Its deduplication id is a new
 * one, as the queue may still remember the old one; it is the letter's own, so that a letter that goes twice arrives once.
 */
export async function redriveToQueue({ url, queueName }: QueueRef, letter: Letter): Promise<void> {
  const { [REASON_ATTRIBUTE]: _, ...attributes } = letter.MessageAttributes ?? {};
  const group = letter.Attributes?.MessageGroupId;
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: url,
      MessageBody: letter.Body,
      MessageAttributes: attributes,
      ...(group ? { MessageGroupId: group } : {}),
      ...(queueName.endsWith('.fifo') ? { MessageDeduplicationId: `redrive-${letter.MessageId}` } : {}),
    }),
  );
}
