import type { BookingStatus } from '../../generated/types.ts';
import { type BookingItem, holdExpiry } from '../portable/items/booking.ts';

export type EventGuest = { name: string; email: string; phone: string | null };

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
  guest: EventGuest;
  cancelReason: string | null;
  cancelledAt: string | null;
  /** By which the guest names it; null for bookings from before there were references. */
  reference: string | null;
  /** Since when `guest` holds marks in place of the person's data: receivers erase theirs as well. */
  erasedAt: string | null;
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
    guest: { name: item.guest.name, email: item.guest.email, phone: item.guest.phone ?? null },
    cancelReason: item.cancel_reason ?? null,
    cancelledAt: item.cancelled_at ?? null,
    reference: item.reference ?? null,
    erasedAt: item.erased_at ?? null,
    createdAt: item.created_at,
    updatedAt: item.updated_at,
  };
}
