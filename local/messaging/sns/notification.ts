import type { SqsMessage } from '../engine/modules.ts';

/** A published message as a subscription gets it: what was said, whatever it is wrapped in. */
export type Notification = { subject: string | null; message: string; attributes: Record<string, unknown> };

type Envelope = {
  Subject?: string;
  Message: string;
  MessageAttributes?: Record<string, { Type: string; Value: string }>;
};

/** @param raw the message stands by itself, not in the JSON that SNS puts around it */
export function readNotification({ body, messageAttributes }: SqsMessage, raw: boolean): Notification {
  if (raw) {
    const attributes = mapValues(messageAttributes, ({ DataType, StringValue }) => valueOf(DataType, StringValue));
    return { subject: null, message: body, attributes };
  }
  const { Subject, Message, MessageAttributes } = JSON.parse(body) as Envelope;
  const attributes = mapValues(MessageAttributes ?? {}, ({ Type, Value }) => valueOf(Type, Value));
  return { subject: Subject ?? null, message: Message, attributes };
}

/** An attribute as filter policies see it (SNS Developer Guide, "Amazon SNS message attributes"); binary ones they do not. */
function valueOf(type: string, text: string | undefined): unknown {
  if (text === undefined || type.startsWith('Binary')) return undefined;
  if (type.startsWith('Number')) return Number(text);
  if (type !== 'String.Array') return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function mapValues<From>(record: Record<string, From>, map: (value: From) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([name, value]) => [name, map(value)]));
}
