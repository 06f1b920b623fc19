import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { attribute, children, descendants, type XmlElement } from '../../../core/pms/opentravel/tree.ts';
import type { Message } from '../reservation.ts';
import { MessageError } from './protocol.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
});

const ACTIONS = new Set(['Commit', 'Modify', 'Cancel']);
const ENDED = new Set(['Cancelled', 'No-show', 'Checked out']);

/** The one reservation of an OTA_HotelResNotifRQ. @throws {MessageError} */
export function readResNotif(propertyId: string, body: string): Message {
  if (XMLValidator.validate(body) !== true) throw new MessageError('the body is not XML');
  const root = one(children(parser.parse(body), 'OTA_HotelResNotifRQ'), 'OTA_HotelResNotifRQ');
  const action = text(root, 'ResStatus');
  if (!ACTIONS.has(action)) throw new MessageError(`ResStatus is ${action}`);
  const reservation = one(descendants(root, 'HotelReservations', 'HotelReservation'), 'HotelReservation');
  const unique = one(children(reservation, 'UniqueID'), 'UniqueID');
  const stay = one(descendants(reservation, 'RoomStays', 'RoomStay'), 'RoomStay');
  if (text(one(children(stay, 'BasicPropertyInfo'), 'BasicPropertyInfo'), 'HotelCode') !== propertyId) {
    throw new MessageError('the reservation is of another property');
  }
  const status = text(reservation, 'ResStatus');
  return {
    propertyId,
    bookingId: text(unique, 'ID'),
    version: wholeNumber(text(unique, 'Instance')),
    status,
    isActive: action !== 'Cancel' && !ENDED.has(status),
    ...readStay(stay),
    guestName: guestName(reservation),
  };
}

function readStay(stay: XmlElement) {
  const roomType = one(descendants(stay, 'RoomTypes', 'RoomType'), 'RoomType');
  const span = one(children(stay, 'TimeSpan'), 'TimeSpan');
  const total = one(children(stay, 'Total'), 'Total');
  return {
    roomTypeId: text(roomType, 'RoomTypeCode'),
    units: wholeNumber(text(roomType, 'NumberOfUnits')),
    arrival: text(span, 'Start'),
    departure: text(span, 'End'),
    total: `${text(total, 'AmountAfterTax')} ${text(total, 'CurrencyCode')}`,
  };
}

function guestName(reservation: XmlElement): string {
  const path = ['ResGuests', 'ResGuest', 'Profiles', 'ProfileInfo', 'Profile', 'Customer', 'PersonName'];
  const { GivenName: given = '', Surname: surname = '' } = one(descendants(reservation, ...path), 'PersonName');
  return `${String(given)} ${String(surname)}`.trim();
}

/** @throws {MessageError} unless there is exactly one */
function one(elements: XmlElement[], name: string): XmlElement {
  if (elements.length !== 1) throw new MessageError(`${elements.length} ${name}, where one is expected`);
  return elements[0];
}

function text(element: XmlElement, name: string): string {
  const value = attribute(element, name);
  if (value === null) throw new MessageError(`@${name} is missing`);
  return value;
}

function wholeNumber(digits: string): number {
  if (!/^[1-9]\d{0,8}$/.test(digits)) throw new MessageError(`${digits} is no whole number`);
  return Number(digits);
}
