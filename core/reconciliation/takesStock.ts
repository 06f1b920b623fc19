import type { BookingStatus } from '../../generated/types.ts';

/** Does a booking of this status take units from `available`? A status that is new must be decided here. */
const TAKES: Record<BookingStatus, boolean> = {
  QUEUED: false,
  REFUSED: false,
  CONFIRMED: true,
  CANCELLED: false,
};

export const takesStock = (status: BookingStatus): boolean => TAKES[status];
