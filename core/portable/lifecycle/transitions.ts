import type { BookingStatus } from '../../../generated/types.ts';

/** What is done to a booking once it exists. */
export type Command =
  | 'serve'
  | 'refuse'
  | 'offer'
  | 'leave'
  | 'lapse'
  | 'extend'
  | 'modify'
  | 'reassign'
  | 'release'
  | 'confirm'
  | 'approve'
  | 'decline'
  | 'expire'
  | 'cancel'
  | 'checkIn'
  | 'checkOut'
  | 'markNoShow';

/** From each status to those that a command leads to. docs/booking-lifecycle.md shows it; a test keeps them alike. */
type Moves = Partial<Record<BookingStatus, readonly BookingStatus[]>>;

/**
 * The state machine of bookings: the one table of what may follow what. A status that no command names is final.
 * A booking begins as QUEUED, WAITLISTED, HELD or CONFIRMED; a request begins as QUEUED.
 */
export const TRANSITIONS: Record<Command, Moves> = {
  serve: { QUEUED: ['CONFIRMED', 'HELD', 'REQUESTED'] },
  refuse: { QUEUED: ['REFUSED', 'DECLINED'] },
  offer: { WAITLISTED: ['HELD'] },
  leave: { WAITLISTED: ['RELEASED'] },
  lapse: { WAITLISTED: ['EXPIRED'] },
  extend: { HELD: ['HELD'] },
  modify: { HELD: ['HELD'], CONFIRMED: ['CONFIRMED'], CHECKED_IN: ['CHECKED_IN'] },
  reassign: { HELD: ['HELD'], REQUESTED: ['REQUESTED'], CONFIRMED: ['CONFIRMED'] },
  release: { HELD: ['RELEASED'] },
  confirm: { HELD: ['CONFIRMED'] },
  approve: { REQUESTED: ['CONFIRMED'] },
  decline: { REQUESTED: ['DECLINED'] },
  expire: { HELD: ['EXPIRED'], REQUESTED: ['EXPIRED'] },
  cancel: { QUEUED: ['CANCELLED'], REQUESTED: ['CANCELLED'], CONFIRMED: ['CANCELLED'] },
  checkIn: { CONFIRMED: ['CHECKED_IN'] },
  checkOut: { CHECKED_IN: ['CHECKED_OUT'] },
  markNoShow: { CONFIRMED: ['NO_SHOW'] },
};

/** Is this a status that the command leads to? */
export function leadsTo(command: Command, status: BookingStatus): boolean {
  return Object.values(TRANSITIONS[command]).some((ends) => ends.indexOf(status) >= 0);
}

/** May the command be done to a booking of this status? */
export function allows(command: Command, status: BookingStatus): boolean {
  return (TRANSITIONS[command][status] ?? []).length > 0;
}
