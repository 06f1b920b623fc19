import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { Webhook } from 'standardwebhooks';
import { eventId } from '../../../core/events/bookingEvent.ts';
import type { EventBooking } from '../../../core/events/eventBooking.ts';
import { readResNotifAnswer } from '../../../core/pms/opentravel/readResNotifAnswer.ts';
import { resNotifRequest } from '../../../core/pms/opentravel/resNotifRequest.ts';
import type { Outcome } from '../../../core/pms/outcome.ts';
import { classifySilence } from '../../../core/pms/policy/classifyStatus.ts';
import { retryAfterSeconds } from '../../../core/pms/policy/retryAfter.ts';
import { pmsAction, reservationState } from '../../../core/pms/reservation.ts';
import { readWebhookAnswer } from '../../../core/pms/webhook/readWebhookAnswer.ts';
import { webhookPayload } from '../../../core/pms/webhook/webhookPayload.ts';
import { SIMULATOR_SECRET, type PmsSimulator } from '../simulator.ts';

const XML = { ignoreAttributes: false, parseTagValue: false, removeNSPrefix: true, suppressBooleanAttributes: false };
const TIMEOUT_MS = 300;

export type Push = (pms: PmsSimulator, booking: EventBooking, secret?: string) => Promise<Outcome>;

/** Sends a booking as a signed webhook. */
export const pushWebhook: Push = async (pms, booking, secret = SIMULATOR_SECRET) => {
  const body = JSON.stringify(webhookPayload(booking));
  const id = eventId(booking.id, booking.version);
  const now = new Date();
  const headers = {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, now, body),
  };
  return send(pms.endpoint(booking.propertyId, 'webhook'), headers, body, readWebhookAnswer);
};

/** Sends a booking as OTA_HotelResNotifRQ. */
export const pushOpenTravel: Push = async (pms, booking, secret = SIMULATOR_SECRET) => {
  const state = reservationState(booking.status)!;
  const tree = resNotifRequest({
    booking,
    state,
    action: pmsAction(state, booking.version - 1),
    confirmationNumber: null,
    isRepeat: false,
    sentAt: new Date().toISOString(),
  });
  const headers = {
    'content-type': 'application/xml; charset=utf-8',
    authorization: `Basic ${Buffer.from(`${booking.propertyId}:${secret}`).toString('base64')}`,
  };
  const url = pms.endpoint(booking.propertyId, 'opentravel');
  return send(url, headers, new XMLBuilder(XML).build(tree), (answer) =>
    readResNotifAnswer({ ...answer, body: parseXml(answer.body) }, booking.id),
  );
};

function parseXml(text: string): unknown {
  try {
    return new XMLParser(XML).parse(text);
  } catch {
    return null;
  }
}

async function send(
  url: string,
  headers: Record<string, string>,
  body: string,
  read: typeof readWebhookAnswer,
): Promise<Outcome> {
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
    const waiting = retryAfterSeconds(response.headers.get('retry-after'), Date.now());
    return read({ status: response.status, retryAfterSeconds: waiting, body: await response.text() });
  } catch (error) {
    return classifySilence((error as Error).name === 'TimeoutError' ? 'timeout' : 'network');
  }
}
