import type { BookingStatus } from '../../generated/types.ts';
import { type BookingItem, holdExpiry } from '../portable/items/booking.ts';
import { DEFAULT_LANGUAGE, type GuestItem } from '../portable/items/guest.ts';
import type { PaymentItem } from '../portable/items/payment.ts';

export type EventPayment = Pick<PaymentItem, 'provider' | 'status' | 'amount' | 'currency'> & {
  refundedAmount: number;
};

/** `language` is BCP 47. */
export type EventGuest = { name: string; email: string; phone: string | null; language: string };

/** The property and the booking that a walked guest had before. */
export type WalkedFrom = { bookingId: string; propertyId: string | null };

/**
 * A booking as other systems are told of it: all that a PMS needs to hold the reservation, nothing of who asked for it
 * and how. Amounts are minor units of `totalPrice.currency`; `departure` is exclusive.
 */
export type EventBooking = {
  id: string;
  status: BookingStatus;
  /** Rises with every write: of two states of a booking the higher is the truth. */
  version: number;
  propertyId: string;
  roomTypeId: string;
  arrival: string;
  departure: string;
  nights: number;
  units: number;
  /** In one unit. */
  adults: number;
  /** In one unit. */
  children: number;
  /** For one unit, night by night. */
  nightlyRates: number[];
  /** For all units and nights. */
  totalPrice: { amount: number; currency: string };
  timeZone: string;
  /** Until when its units are held; null where they are not. */
  holdExpiresAt: string | null;
  /** Minor units; null where it was not cancelled. */
  cancellationFee: number | null;
  /** What the guest pays in advance, in minor units; null where nobody has begun to. */
  payment: EventPayment | null;
  guest: EventGuest;
  /** Where the guest was walked from a sister property. */
  walkedFrom: WalkedFrom | null;
  /** The booking at the sister property, where the guest was walked there. */
  walkedTo: string | null;
  cancelReason: string | null;
  cancelledAt: string | null;
  /** By which the guest names it; null for bookings from before there were references. */
  reference: string | null;
  /** Since when `guest` holds marks in place of the person's data: receivers erase theirs as well. */
  erasedAt: string | null;
  /** The same for all bookings that were made as one group. */
  groupId: string | null;
  createdAt: string;
  updatedAt: string;
};

/** Names each attribute it passes on: what is added to the table stays inside until it is named here. */
export function eventBooking(item: BookingItem): EventBooking {
  return {
    id: item.booking_id,
    status: item.status,
    version: item.version,
    propertyId: item.property_id,
    roomTypeId: item.room_type_id,
    arrival: item.arrival,
    departure: item.departure,
    nights: item.nights,
    units: item.units,
    adults: item.adults,
    children: item.children,
    nightlyRates: item.nightly_rates,
    totalPrice: { amount: item.total_amount, currency: item.currency },
    timeZone: item.time_zone,
    holdExpiresAt: holdExpiry(item),
    cancellationFee: item.cancel_fee ?? null,
    payment: item.payment ? eventPayment(item.payment) : null,
    guest: eventGuest(item.guest),
    walkedFrom: walkedFrom(item),
    walkedTo: item.walked_to_booking ?? null,
    cancelReason: item.cancel_reason ?? null,
    cancelledAt: item.cancelled_at ?? null,
    reference: item.reference ?? null,
    erasedAt: item.erased_at ?? null,
    groupId: item.group_id ?? null,
    createdAt: item.created_at,
    updatedAt: item.updated_at,
  };
}

function eventPayment({ provider, status, amount, currency, refunded_amount }: PaymentItem): EventPayment {
  return { provider, status, amount, currency, refundedAmount: refunded_amount ?? 0 };
}

function eventGuest({ name, email, phone, language }: GuestItem): EventGuest {
  return { name, email, phone: phone ?? null, language: language ?? DEFAULT_LANGUAGE };
}

function walkedFrom(item: BookingItem): WalkedFrom | null {
  return item.walked_from ? { bookingId: item.walked_from, propertyId: item.walked_from_property ?? null } : null;
}
