import type { EventBooking } from '../../events/eventBooking.ts';
import { dateOf, indexes, parseDay } from '../../portable/days/dates.ts';
import { monthParts } from '../../portable/sale/stay.ts';
import { decimalAmount } from '../../money/decimalAmount.ts';
import type { XmlElement } from './tree.ts';

/** OpenTravel code list AQC, age qualifying code. */
const ADULT = '10';
const CHILD = '8';

/** The one RoomStay: all units of the stay, each at the same rate night by night. Elements in the schema's order. */
export function roomStay(booking: EventBooking): XmlElement {
  const units = String(booking.units);
  return {
    RoomTypes: { RoomType: { '@_RoomTypeCode': booking.roomTypeId, '@_NumberOfUnits': units } },
    RoomRates: {
      RoomRate: {
        '@_RoomTypeCode': booking.roomTypeId,
        '@_NumberOfUnits': units,
        Rates: { Rate: nightlyRates(booking) },
      },
    },
    GuestCounts: guestCounts(booking),
    TimeSpan: timeSpan(booking),
    Total: total(booking),
    BasicPropertyInfo: { '@_HotelCode': booking.propertyId },
    ResGuestRPHs: { ResGuestRPH: { '@_RPH': '1' } },
  };
}

export function timeSpan(booking: EventBooking): XmlElement {
  return { '@_Start': booking.arrival, '@_End': booking.departure };
}

/** What the guest pays for all units and nights. */
export function total({ totalPrice }: EventBooking): XmlElement {
  return money(totalPrice.amount, totalPrice.currency);
}

function money(amount: number, currency: string): XmlElement {
  return { '@_AmountAfterTax': decimalAmount(amount, currency), '@_CurrencyCode': currency };
}

/** One unit's rate for each night; `ExpireDate` is the morning after. */
function nightlyRates(booking: EventBooking): XmlElement[] {
  const mornings = [...nights(booking), booking.departure];
  return booking.nightlyRates.map((rate, night) => ({
    '@_EffectiveDate': mornings[night],
    '@_ExpireDate': mornings[night + 1],
    '@_RateTimeUnit': 'Day',
    '@_UnitMultiplier': '1',
    Base: money(rate, booking.totalPrice.currency),
  }));
}

function nights({ arrival, departure }: EventBooking): string[] {
  const parts = monthParts(parseDay(arrival)!, parseDay(departure)!);
  return parts.flatMap(({ month, from, to }) => indexes(from, to).map((index) => dateOf(month, index)));
}

function guestCounts({ adults, children }: EventBooking): XmlElement {
  const count = (code: string, guests: number) => ({ '@_AgeQualifyingCode': code, '@_Count': String(guests) });
  return {
    '@_IsPerRoom': 'true',
    GuestCount: children > 0 ? [count(ADULT, adults), count(CHILD, children)] : [count(ADULT, adults)],
  };
}
