import { Webhook } from 'standardwebhooks';
import { eventId } from '../../../core/events/bookingEvent.ts';
import { readWebhookAnswer } from '../../../core/pms/webhook/readWebhookAnswer.ts';
import { webhookPayload } from '../../../core/pms/webhook/webhookPayload.ts';
import { type Adapter, SecretError } from './adapter.ts';

/** JSON signed as the Standard Webhooks specification has it. `webhook-id` is the idempotency key. */
export const webhook: Adapter = {
  write({ booking, now }, secret) {
    const id = eventId(booking.id, booking.version);
    const body = JSON.stringify(webhookPayload(booking));
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': signer(secret.trim()).sign(id, now, body),
    };
    return { headers, body };
  },
  read: (answer) => readWebhookAnswer(answer),
};

function signer(secret: string): Webhook {
  if (!/^whsec_[A-Za-z0-9+/]{24,}={0,2}$/.test(secret)) throw new SecretError('the secret is no whsec_ signing key');
  return new Webhook(secret);
}
