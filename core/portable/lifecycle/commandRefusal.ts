import type { BookingStatus } from '../../../generated/types.ts';
import type { Refusal } from '../errors.ts';
import type { BookingItem } from '../items/booking.ts';
import { hasRunOut } from './hold.ts';
import { standingOf } from './standing.ts';
import { allows, type Command, leadsTo } from './transitions.ts';

const DONE: Record<Command, string> = {
  serve: 'served',
  refuse: 'refused',
  offer: 'offered',
  leave: 'taken off the waiting list',
  lapse: 'ended',
  extend: 'extended',
  modify: 'changed',
  reassign: 'moved',
  release: 'released',
  confirm: 'confirmed',
  approve: 'approved',
  decline: 'declined',
  expire: 'expired',
  cancel: 'cancelled',
  checkIn: 'checked in',
  checkOut: 'checked out',
  markNoShow: 'marked as a no-show',
};

const HINTS: Partial<Record<Command, Partial<Record<BookingStatus, string>>>> = {
  cancel: {
    WAITLISTED: ' Leave the waiting list instead.',
    HELD: ' Release the hold instead.',
    CHECKED_IN: ' Check the guest out instead.',
  },
  leave: { HELD: ' It has been offered: release the hold instead.' },
  release: {
    WAITLISTED: ' Leave the waiting list instead.',
    CONFIRMED: ' Cancel it instead.',
    REQUESTED: ' Cancel it instead.',
  },
  confirm: { REQUESTED: ' The property answers it first.' },
};

/**
 * Why a command cannot be done to the booking as it is; null where it can. An expired hold allows nothing but to be swept,
 * also while nobody has swept it yet.
 * @param now epoch milliseconds
 */
export function commandRefusal(command: Command, booking: BookingItem, now: number): Refusal | null {
  const { status } = booking;
  if (!allows(command, status)) {
    if (leadsTo(command, status)) return { type: 'InvalidState', message: `The booking is already ${DONE[command]}.` };
    const hint = HINTS[command]?.[status] ?? '';
    return { type: 'InvalidState', message: `A booking that is ${status} cannot be ${DONE[command]}.${hint}` };
  }
  if (standingOf(status) !== 'HELD' || command === 'reassign') return null;
  const isOver = hasRunOut(booking, now);
  if (command === 'expire') return isOver ? null : { type: 'InvalidState', message: 'The hold has not run out yet.' };
  if (!isOver) return null;
  return { type: 'HoldExpired', message: `The ${status === 'HELD' ? 'hold' : 'request'} has run out.` };
}
