import type { OperationsKey } from './operations.ts';

/*
 * What a guest may have only so often at a time: a claim is an item of the operations table that one booking has until an
 * instant, or until the booking frees it. It is written with the booking, so a crowd of requests cannot slip past a count.
 */

export type ClaimItem = OperationsKey & {
  booking_id: string;
  /** Of a place on the waiting list, while it waits: for which stay; see {@link stayName}. */
  stay?: string | null;
  /** Epoch milliseconds: anybody may take it from then on. */
  until: number;
  /** Epoch seconds. */
  expiry_time: number;
};

/** In milliseconds: how long a hold that stands in line keeps its claim before it is held, and then for as long as it lasts. */
export const CLAIMED_IN_LINE_MS = 600000;

/** A booking's `claim` is the partition key of its claim. */
export function claimKey(claim: string): OperationsKey {
  return { pk: claim, sk: 'CLAIM' };
}

/** One of the live holds that a guest may have. @param place from 0 */
export function holdClaim(guestId: string, place: number): string {
  return `CLAIM#HOLD#${guestId}#${place}`;
}

/** The one open request that a guest may have for a room type. */
export function requestClaim(guestId: string, propertyId: string, roomTypeId: string): string {
  return `CLAIM#REQUEST#${guestId}#${propertyId}#${roomTypeId}`;
}

/** One of the stays that a guest may wait for. @param place from 0 */
export function waitlistClaim(guestId: string, place: number): string {
  return `CLAIM#WAITLIST#${guestId}#${place}`;
}

/** A stay by its dates and room type. */
export function stayName(stay: {
  property_id: string;
  room_type_id: string;
  arrival: string;
  departure: string;
}): string {
  return `${stay.property_id}#${stay.room_type_id}#${stay.arrival}#${stay.departure}`;
}

/** @param until epoch milliseconds */
export function claimItem(claim: string, bookingId: string, until: number): ClaimItem {
  const key = claimKey(claim);
  return { pk: key.pk, sk: key.sk, booking_id: bookingId, until, expiry_time: Math.ceil(until / 1000) + 86400 };
}
