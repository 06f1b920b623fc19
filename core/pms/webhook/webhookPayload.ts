import { SCHEMA_VERSION } from '../../events/bookingEvent.ts';
import type { EventBooking } from '../../events/eventBooking.ts';

/**
 * The body of a webhook: what happened, when, and the booking's full state. It is sent with the headers of the Standard
 * Webhooks specification, where `webhook-id` is `eventId(booking.id, booking.version)`: the same for every attempt, and
 * so the receiver's idempotency key. Source: Standard Webhooks, "Payload" and "Webhook headers".
 */
export type WebhookPayload = {
  /** Such as `booking.confirmed`. */
  type: string;
  /** When it happened, ISO 8601; the time of sending stands in the headers. */
  timestamp: string;
  data: {
    schemaVersion: number;
    /** A receiver that has this version or a newer one changes nothing and answers as before. */
    version: number;
    booking: EventBooking;
  };
};

export function webhookPayload(booking: EventBooking): WebhookPayload {
  return {
    type: `booking.${booking.status.toLowerCase()}`,
    timestamp: booking.updatedAt,
    data: { schemaVersion: SCHEMA_VERSION, version: booking.version, booking },
  };
}
