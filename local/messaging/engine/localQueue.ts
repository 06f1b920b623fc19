import { takeFifo } from './takeFifo.ts';
import type { Modules, Persistence, Received, SqsMessage, SqsQueue } from './modules.ts';
import type { SendContext } from './sendContext.ts';

type Resolve = (arn: string) => SqsQueue | undefined;

/** A queue of the engine's, with what SQS does besides. */
export type LocalQueueClass = new (...made: ConstructorParameters<Modules['SqsQueue']>) => SqsQueue;

/**
 * Makes the class of queue that the local cloud runs. Beyond the engine's own: message groups of standard queues,
 * several messages of one group in a FIFO batch, order of messages that come back, retention, deduplication by group.
 */
export function localQueueClass({ SqsQueue }: Pick<Modules, 'SqsQueue'>, sent: SendContext): LocalQueueClass {
  return class LocalQueue extends SqsQueue {
    #deduplicationKey = '';

    override enqueue(message: SqsMessage): void {
      if (!this.isFifo()) {
        const group = sent.groupOfBody(this, message.body);
        if (group !== undefined) message.messageGroupId = group;
      }
      super.enqueue(message);
    }

    override dequeue(count: number, visibilitySeconds?: number, resolve?: Resolve): Received[] {
      this.processTimers();
      dropExpired(this);
      if (!this.isFifo()) return super.dequeue(count, visibilitySeconds, resolve);
      return takeFifo(this, { count, visibilitySeconds, resolve });
    }

    override changeVisibility(receiptHandle: string, seconds: number): void {
      const entry = this.inflightMessages.get(receiptHandle);
      if (seconds > 0 || entry === undefined) return super.changeVisibility(receiptHandle, seconds);
      // The engine's own way back writes a missing receive count, which its database refuses.
      entry.visibilityDeadline = Date.now();
      const { messageId, approximateReceiveCount, approximateFirstReceiveTimestamp } = entry.message;
      this.persistence?.updateMessageInflight(
        messageId,
        receiptHandle,
        entry.visibilityDeadline,
        approximateReceiveCount,
        approximateFirstReceiveTimestamp,
      );
      this.processTimers();
    }

    override processTimers(): void {
      const returning = this.isFifo() ? groupsReturning(this) : [];
      super.processTimers();
      for (const group of returning) this.fifoMessages.get(group)?.sort(bySequence);
    }

    override checkDeduplication(id: string): ReturnType<SqsQueue['checkDeduplication']> {
      const group = this.attributes.DeduplicationScope === 'messageGroup' ? sent.groupOfDeduplicationId(this, id) : '';
      this.#deduplicationKey = `${group} ${id}`;
      return super.checkDeduplication(this.#deduplicationKey);
    }

    override recordDeduplication(_id: string, messageId: string, sequenceNumber?: string): void {
      super.recordDeduplication(this.#deduplicationKey, messageId, sequenceNumber);
    }
  };
}

/** Groups whose messages are about to become visible again: the engine puts each before the one it came after. */
function groupsReturning(queue: SqsQueue): Set<string> {
  const now = Date.now();
  const groups = new Set<string>();
  for (const { message, visibilityDeadline } of queue.inflightMessages.values()) {
    if (visibilityDeadline <= now && message.messageGroupId !== undefined) groups.add(message.messageGroupId);
  }
  return groups;
}

/** Sequence numbers are of one length, so their text is in their order. */
function bySequence(one: SqsMessage, other: SqsMessage): number {
  return (one.sequenceNumber ?? '') < (other.sequenceNumber ?? '') ? -1 : 1;
}

/** Messages older than the queue's retention are gone; the oldest stand in front. */
function dropExpired(queue: SqsQueue): void {
  const oldest = Date.now() - Number(queue.attributes.MessageRetentionPeriod) * 1000;
  for (const messages of queue.isFifo() ? queue.fifoMessages.values() : [queue.messages]) {
    while (messages[0] !== undefined && messages[0].sentTimestamp < oldest) forget(messages, queue.persistence);
  }
}

function forget(messages: SqsMessage[], persistence: Persistence | undefined): void {
  const message = messages.shift();
  if (message !== undefined) persistence?.deleteMessage(message.messageId);
}
