import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import type { Answer } from '../../simulator/http/react.ts';
import { type Delivery, MessageError, type Protocol } from './protocol.ts';

const payload = z.object({
  type: z.string(),
  data: z.object({
    version: z.int().positive(),
    booking: z.object({
      id: z.string().min(1),
      propertyId: z.string(),
      status: z.string(),
      roomTypeId: z.string(),
      arrival: z.iso.date(),
      departure: z.iso.date(),
      units: z.int().positive(),
      totalPrice: z.object({ amount: z.int(), currency: z.string() }),
      guest: z.object({ name: z.string() }),
    }),
  }),
});

const ENDED = new Set(['CANCELLED', 'NO_SHOW', 'CHECKED_OUT']);

/**
 * Signed JSON webhooks. @param secret `whsec_` and base64
 * Source: Standard Webhooks specification, symmetric signatures.
 */
export function webhookProtocol(secret: string): Protocol {
  const webhook = new Webhook(secret);
  return {
    name: 'webhook',
    isGenuine: (delivery) => isSigned(webhook, delivery),
    read({ propertyId, body }) {
      const { version, booking } = parse(body).data;
      if (booking.propertyId !== propertyId) throw new MessageError('the booking is of another property');
      const { id: bookingId, status, roomTypeId, arrival, departure, units, guest, totalPrice } = booking;
      const total = `${totalPrice.amount} minor units ${totalPrice.currency}`;
      const stay = { roomTypeId, arrival, departure, units, guestName: guest.name, total };
      return { propertyId, bookingId, version, status, isActive: !ENDED.has(status), ...stay };
    },
    accept: ({ confirmationNumber }) => json(200, { confirmationNumber }),
    refuse: (status, message) => json(status, { error: message }),
  };
}

function isSigned(webhook: Webhook, { headers, body }: Delivery): boolean {
  const flat = Object.entries(headers).map(([name, value]) => [name, String(value)] as const);
  try {
    webhook.verify(body, Object.fromEntries(flat));
    return true;
  } catch {
    return false;
  }
}

function parse(body: string): z.output<typeof payload> {
  const result = payload.safeParse(parseJson(body));
  if (!result.success) throw new MessageError(z.prettifyError(result.error));
  return result.data;
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new MessageError('the body is not JSON');
  }
}

function json(status: number, body: unknown): Answer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}
