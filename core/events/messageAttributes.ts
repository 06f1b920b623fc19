import type { BookingEvent } from './bookingEvent.ts';

type TextAttribute = { DataType: 'String'; StringValue: string };

/** What subscriptions filter by, in the form of SNS message attributes. */
export type EventAttributes = Record<
  'property_id' | 'pms_kind' | 'event_type' | 'booking_status' | 'payment_provider',
  TextAttribute
>;

export function messageAttributes(event: BookingEvent): EventAttributes {
  return {
    property_id: text(event.propertyId),
    pms_kind: text(event.pmsKind),
    event_type: text(event.type),
    booking_status: text(event.booking.status),
    payment_provider: text(event.booking.payment?.provider ?? 'NONE'),
  };
}

function text(value: string): TextAttribute {
  return { DataType: 'String', StringValue: value };
}
