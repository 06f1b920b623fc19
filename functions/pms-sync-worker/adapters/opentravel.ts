import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import { eventId } from '../../../core/events/bookingEvent.ts';
import { readResNotifAnswer } from '../../../core/pms/opentravel/readResNotifAnswer.ts';
import { resNotifRequest } from '../../../core/pms/opentravel/resNotifRequest.ts';
import { type Adapter, SecretError } from './adapter.ts';

const builder = new XMLBuilder({ ignoreAttributes: false, suppressBooleanAttributes: false });
const parser = new XMLParser({
  ignoreAttributes: false,
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
});

/** OTA_HotelResNotifRQ over HTTP with basic authentication. `EchoToken` is the idempotency key, and a header says it again. */
export const openTravel: Adapter = {
  write({ now, ...telling }, secret) {
    const { id, version } = telling.booking;
    const headers = {
      'content-type': 'application/xml; charset=utf-8',
      'idempotency-key': eventId(id, version),
      authorization: `Basic ${Buffer.from(credentials(secret)).toString('base64')}`,
    };
    return { headers, body: builder.build(resNotifRequest({ ...telling, sentAt: now.toISOString() })) };
  },
  read: (answer, bookingId) => readResNotifAnswer({ ...answer, body: parse(answer.body) }, bookingId),
};

function credentials(secret: string): string {
  if (!/^[^:\s]+:\S/.test(secret)) throw new SecretError('the secret is not user:password');
  return secret.trim();
}

/** Null for what is not XML, and for XML that defines entities: no PMS needs them, and they can be bombs. */
function parse(text: string): unknown {
  if (text.includes('<!DOCTYPE')) return null;
  try {
    return parser.parse(text);
  } catch {
    return null;
  }
}
