import { eventId } from '../../events/bookingEvent.ts';
import type { EventBooking } from '../../events/eventBooking.ts';
import type { PmsAction, ReservationState } from '../reservation.ts';
import { resGuests } from './guest.ts';
import { roomStay, timeSpan, total } from './roomStay.ts';
import type { XmlElement } from './tree.ts';

export const OTA_NAMESPACE = 'http://www.opentravel.org/OTA/2003/05';

/** Who speaks, in `RequestorID` and as the context of booking ids. */
const SENDER = 'KEYRACK';
/** OpenTravel code list UIT, unique ID type. */
const BROKER = '13';
const RESERVATION = '14';

/** OpenTravel's PMS_ResStatusType. */
const STATUS: Record<ReservationState, string> = {
  RESERVED: 'Reserved',
  IN_HOUSE: 'In-house',
  CHECKED_OUT: 'Checked out',
  CANCELLED: 'Cancelled',
  NO_SHOW: 'No-show',
};

export type ResNotifMessage = {
  booking: EventBooking;
  action: PmsAction;
  state: ReservationState;
  /** The PMS's own number, where it has told one. */
  confirmationNumber: string | null;
  /** Is it a repeat of a message whose fate is unknown? */
  isRepeat: boolean;
  /** ISO 8601. */
  sentAt: string;
};

/**
 * OTA_HotelResNotifRQ as a tree: one reservation in full, whatever the action. `EchoToken` is the idempotency key; the
 * version stands in `UniqueID/@Instance`, which the standard means for the modification level of what is updated.
 * Source: OpenTravel 2003/05 schemas OTA_HotelResNotifRQ, OTA_HotelReservation, OTA_CommonTypes (UniqueID_Type).
 */
export function resNotifRequest({ booking, action, state, sentAt, ...message }: ResNotifMessage): XmlElement {
  return {
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    OTA_HotelResNotifRQ: {
      '@_xmlns': OTA_NAMESPACE,
      '@_EchoToken': eventId(booking.id, booking.version),
      '@_TimeStamp': sentAt,
      '@_Version': '1.000',
      '@_ResStatus': action,
      ...(message.isRepeat ? { '@_RetransmissionIndicator': 'true' } : {}),
      POS: { Source: { RequestorID: { '@_Type': BROKER, '@_ID': SENDER } } },
      HotelReservations: { HotelReservation: reservation(booking, STATUS[state], message.confirmationNumber) },
    },
  };
}

function reservation(booking: EventBooking, status: string, confirmationNumber: string | null): XmlElement {
  return {
    '@_ResStatus': status,
    '@_RoomStayReservation': 'true',
    '@_CreateDateTime': booking.createdAt,
    '@_LastModifyDateTime': booking.updatedAt,
    UniqueID: {
      '@_Type': RESERVATION,
      '@_ID': booking.id,
      '@_ID_Context': SENDER,
      '@_Instance': String(booking.version),
    },
    RoomStays: { RoomStay: roomStay(booking) },
    ResGuests: resGuests(booking.guest),
    ResGlobalInfo: globalInfo(booking, confirmationNumber),
  };
}

function globalInfo(booking: EventBooking, confirmationNumber: string | null): XmlElement {
  const known = { '@_ResID_Type': RESERVATION, '@_ResID_Value': confirmationNumber ?? '', '@_ResID_Source': 'PMS' };
  return {
    TimeSpan: timeSpan(booking),
    Total: total(booking),
    ...(confirmationNumber === null ? {} : { HotelReservationIDs: { HotelReservationID: known } }),
    BasicPropertyInfo: { '@_HotelCode': booking.propertyId },
  };
}
