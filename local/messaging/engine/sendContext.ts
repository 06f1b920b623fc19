import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';

/** What a send or publish says of one message. */
export type SentEntry = { body: string; groupId?: string; deduplicationId?: string };

/**
 * Tells a queue what the engine does not hand on to it: the message group of a standard queue's message, and at
 * deduplication the group of a FIFO queue's.
 */
export type SendContext = {
  run<Result>(entries: SentEntry[], work: () => Promise<Result>): Promise<Result>;
  /** Does something that is no part of the call under way. */
  apart(work: () => void): void;
  /** The group of the next message with this body that `consumer` takes from the call under way. */
  groupOfBody(consumer: object, body: string): string | undefined;
  /** The group of the next message with this deduplication id, given or made from the body. */
  groupOfDeduplicationId(consumer: object, id: string): string | undefined;
};

type Call = { entries: SentEntry[]; bodies: WeakMap<object, number>; ids: WeakMap<object, number> };

/** The engine goes through a call's messages in their order, so each consumer meets equal ones in that order, too. */
export function createSendContext(): SendContext {
  const calls = new AsyncLocalStorage<Call | undefined>();
  const next = (
    cursors: WeakMap<object, number>,
    entries: SentEntry[],
    consumer: object,
    isIt: (entry: SentEntry) => boolean,
  ): string | undefined => {
    const from = cursors.get(consumer) ?? 0;
    const index = entries.findIndex((entry, position) => position >= from && isIt(entry));
    if (index < 0) return undefined;
    cursors.set(consumer, index + 1);
    return entries[index]?.groupId;
  };
  return {
    run: (entries, work) => calls.run({ entries, bodies: new WeakMap(), ids: new WeakMap() }, work),
    apart: (work) => calls.run(undefined, work),
    groupOfBody: (consumer, body) => {
      const call = calls.getStore();
      return call && next(call.bodies, call.entries, consumer, (entry) => entry.body === body);
    },
    groupOfDeduplicationId: (consumer, id) => {
      const call = calls.getStore();
      return call && next(call.ids, call.entries, consumer, (entry) => deduplicationId(entry) === id);
    },
  };
}

function deduplicationId({ body, deduplicationId: given }: SentEntry): string {
  return given ?? createHash('sha256').update(body).digest('hex');
}
