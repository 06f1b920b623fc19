import { randomUUID } from 'node:crypto';
import type { Received, SqsMessage, SqsQueue } from './modules.ts';

type Wanted = {
  count: number;
  visibilitySeconds: number | undefined;
  resolve: ((arn: string) => SqsQueue | undefined) | undefined;
};

/**
 * Receives from a FIFO queue: as many messages of one group as there are, in order, then of the next group. A group with
 * messages in flight is left alone (SQS Developer Guide, "FIFO delivery logic"). A group that was served goes to the
 * end of the line.
 */
export function takeFifo(queue: SqsQueue, wanted: Wanted): Received[] {
  const taken: Received[] = [];
  for (const group of [...queue.fifoMessages.keys()]) {
    if (taken.length === wanted.count) break;
    if (!queue.fifoLockedGroups.has(group)) takeGroup(queue, group, wanted, taken);
  }
  return taken;
}

function takeGroup(queue: SqsQueue, group: string, wanted: Wanted, taken: Received[]): void {
  const messages = queue.fifoMessages.get(group) ?? [];
  let locks = 0;
  while (taken.length < wanted.count) {
    const message = messages.shift();
    if (message === undefined) break;
    message.approximateReceiveCount += 1;
    message.approximateFirstReceiveTimestamp ??= Date.now();
    if (moveToDeadLetters(queue, message, wanted)) continue;
    taken.push(hide(queue, message, wanted));
    locks += 1;
  }
  queue.fifoMessages.delete(group);
  if (messages.length > 0) queue.fifoMessages.set(group, messages);
  if (locks > 0) queue.fifoLockedGroups.set(group, locks);
}

function moveToDeadLetters(queue: SqsQueue, message: SqsMessage, { resolve }: Wanted): boolean {
  const policy = JSON.parse(queue.attributes.RedrivePolicy ?? '{}') as {
    deadLetterTargetArn?: string;
    maxReceiveCount?: number;
  };
  if (message.approximateReceiveCount <= (policy.maxReceiveCount ?? Infinity)) return false;
  const deadLetters = policy.deadLetterTargetArn === undefined ? undefined : resolve?.(policy.deadLetterTargetArn);
  if (deadLetters === undefined) return false;
  deadLetters.enqueue(message); // Which also moves it in the data folder, in one step.
  return true;
}

function hide(queue: SqsQueue, message: SqsMessage, { visibilitySeconds }: Wanted): Received {
  const receiptHandle = randomUUID();
  const seconds = visibilitySeconds ?? Number(queue.attributes.VisibilityTimeout);
  const visibilityDeadline = Date.now() + seconds * 1000;
  queue.inflightMessages.set(receiptHandle, { message, receiptHandle, visibilityDeadline });
  queue.persistence?.updateMessageInflight(
    message.messageId,
    receiptHandle,
    visibilityDeadline,
    message.approximateReceiveCount,
    message.approximateFirstReceiveTimestamp,
  );
  const { messageId, body, md5OfBody, md5OfMessageAttributes, messageAttributes } = message;
  return {
    MessageId: messageId,
    ReceiptHandle: receiptHandle,
    MD5OfBody: md5OfBody,
    Body: body,
    ...(md5OfMessageAttributes === '' ? {} : { MD5OfMessageAttributes: md5OfMessageAttributes }),
    ...(Object.keys(messageAttributes).length === 0 ? {} : { MessageAttributes: messageAttributes }),
  };
}
