import type { SQSRecord } from 'aws-lambda';
import { type AuditEvent, auditEvent } from '../../core/events/auditEvent.ts';
import { readBookingEvent } from '../shared/events/readBookingEvent.ts';

export type Batch = {
  events: AuditEvent[];
  /** Which of the events came with the message. @throws why the message is none */
  indexOf(messageId: string): number;
};

/** The events of a batch of messages, with what can't be read set aside. */
export function readBatch(messages: readonly SQSRecord[]): Batch {
  const events: AuditEvent[] = [];
  const places = new Map<string, { at: number } | { error: unknown }>();
  for (const { messageId, body } of messages) {
    try {
      events.push(auditEvent(readBookingEvent(body)));
      places.set(messageId, { at: events.length - 1 });
    } catch (error) {
      places.set(messageId, { error });
    }
  }
  const indexOf = (messageId: string): number => {
    const place = places.get(messageId)!;
    if ('error' in place) throw place.error;
    return place.at;
  };
  return { events, indexOf };
}
