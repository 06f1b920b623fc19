import { timingSafeEqual } from 'node:crypto';
import { XMLBuilder } from 'fast-xml-parser';
import { OTA_NAMESPACE } from '../../../core/pms/opentravel/resNotifRequest.ts';
import type { XmlElement } from '../../../core/pms/opentravel/tree.ts';
import type { Answer } from '../../simulator/http/react.ts';
import type { Protocol } from './protocol.ts';
import { readResNotif } from './readResNotif.ts';

const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: true, suppressBooleanAttributes: false });

/** OTA_HotelResNotifRQ with HTTP basic authentication: the property's id and the secret. */
export function openTravelProtocol(secret: string): Protocol {
  return {
    name: 'opentravel',
    isGenuine: ({ propertyId, headers }) =>
      isSame(headers.authorization ?? '', `Basic ${Buffer.from(`${propertyId}:${secret}`).toString('base64')}`),
    read: ({ propertyId, body }) => readResNotif(propertyId, body),
    accept: ({ bookingId, confirmationNumber }) => accepted(bookingId, confirmationNumber),
    refuse: (status, message) =>
      answer(status, { Errors: { Error: { '@_Type': errorType(status), '#text': message } } }),
  };
}

function accepted(bookingId: string, confirmationNumber: string): Answer {
  const id = (value: string, source: string) => ({
    '@_ResID_Type': '14',
    '@_ResID_Value': value,
    '@_ResID_Source': source,
  });
  const ids = { HotelReservationID: [id(bookingId, 'KEYRACK'), id(confirmationNumber, 'PMS')] };
  const reservation = { ResGlobalInfo: { HotelReservationIDs: ids } };
  return answer(200, { Success: '', HotelReservations: { HotelReservation: reservation } });
}

/** Authorization, business rule or processing exception, of OpenTravel code list EWT. */
function errorType(status: number): string {
  if (status === 401) return '6';
  return status >= 500 ? '12' : '3';
}

function answer(status: number, content: XmlElement): Answer {
  const root = { '@_xmlns': OTA_NAMESPACE, '@_Version': '1.000', ...content };
  const body = builder.build({ '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' }, OTA_HotelResNotifRS: root });
  return { status, headers: { 'content-type': 'application/xml; charset=utf-8' }, body };
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
