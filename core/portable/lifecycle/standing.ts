import type { BookingStatus } from '../../../generated/types.ts';

/** How a booking's units stand on its calendar pages: sold, held, or not at all. */
export type Standing = 'SOLD' | 'HELD' | 'NONE';

/** Stays that ended early, and guests who never came, keep the nights that were theirs: see the booking's departure. */
const STANDINGS: Record<BookingStatus, Standing> = {
  QUEUED: 'NONE',
  WAITLISTED: 'NONE',
  REFUSED: 'NONE',
  REQUESTED: 'HELD',
  DECLINED: 'NONE',
  HELD: 'HELD',
  RELEASED: 'NONE',
  EXPIRED: 'NONE',
  CONFIRMED: 'SOLD',
  CHECKED_IN: 'SOLD',
  CHECKED_OUT: 'SOLD',
  CANCELLED: 'NONE',
  NO_SHOW: 'SOLD',
};

/** Where the units of a booking of this status are counted, on each of its nights. */
export function standingOf(status: BookingStatus): Standing {
  return STANDINGS[status];
}
