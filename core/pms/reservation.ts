import type { BookingStatus } from '../../generated/types.ts';
import type { BookingItem } from '../portable/items/booking.ts';

/** What a booking is to a PMS. */
export type ReservationState = 'RESERVED' | 'IN_HOUSE' | 'CHECKED_OUT' | 'CANCELLED' | 'NO_SHOW';

/** Null: the PMS is not told, as nothing was sold. */
const STATES: Record<BookingStatus, ReservationState | null> = {
  QUEUED: null,
  WAITLISTED: null,
  REFUSED: null,
  REQUESTED: null,
  DECLINED: null,
  HELD: null,
  EXPIRED: null,
  RELEASED: null,
  CONFIRMED: 'RESERVED',
  CHECKED_IN: 'IN_HOUSE',
  CHECKED_OUT: 'CHECKED_OUT',
  CANCELLED: 'CANCELLED',
  NO_SHOW: 'NO_SHOW',
};

export function reservationState(status: BookingStatus): ReservationState | null {
  return STATES[status];
}

/** What the booking is to its PMS. Null: the PMS is not told of it. */
export function reservationOf(booking: Pick<BookingItem, 'status' | 'never_sold'>): ReservationState | null {
  return booking.never_sold ? null : reservationState(booking.status);
}

export type PmsAction = 'Commit' | 'Modify' | 'Cancel';

/**
 * How the PMS is told. Commit until it has acknowledged a version: whether it took one whose answer was lost is not
 * known, and it goes by the booking's id and version either way. So does a Cancel of what it never heard of.
 * @param acknowledged the newest version that the PMS acknowledged, 0 for none
 */
export function pmsAction(state: ReservationState, acknowledged: number): PmsAction {
  switch (state) {
    case 'CANCELLED':
      return 'Cancel';
    case 'RESERVED':
    case 'IN_HOUSE':
    case 'CHECKED_OUT':
    case 'NO_SHOW':
      return acknowledged === 0 ? 'Commit' : 'Modify';
    default:
      return state satisfies never;
  }
}
