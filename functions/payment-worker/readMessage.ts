import type { PaymentMessage } from '../../core/payments/paymentMessage.ts';
import { PoisonError } from '../shared/batch/poison.ts';

/** The payment that a message is about: a booking's event names its booking. @throws {PoisonError} for what names none */
export function readMessage(body: string): PaymentMessage {
  const { reference, bookingId, isLeftOver } = parse(body);
  if (isText(reference)) return { reference, isLeftOver: isLeftOver === true };
  if (isText(bookingId)) return { bookingId };
  throw new PoisonError('The message names neither a payment nor a booking.');
}

function parse(body: string): Partial<Record<'reference' | 'bookingId' | 'isLeftOver', unknown>> {
  try {
    return (JSON.parse(body) as object | null) ?? {};
  } catch {
    // Not the parser's words, which quote the text: it may name people.
    throw new PoisonError('The message is no JSON.');
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
