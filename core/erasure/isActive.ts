import type { BookingStatus } from '../../generated/types.ts';
import type { BookingItem } from '../portable/items/booking.ts';

/** May such a booking still bring its guest to the hotel? */
const ACTIVE: Record<BookingStatus, boolean> = {
  QUEUED: true,
  WAITLISTED: true,
  REQUESTED: true,
  HELD: true,
  CONFIRMED: true,
  CHECKED_IN: true,
  REFUSED: false,
  DECLINED: false,
  RELEASED: false,
  EXPIRED: false,
  CHECKED_OUT: false,
  CANCELLED: false,
  NO_SHOW: false,
};

/**
 * Does the hotel still need to know who the guest is? On the day of departure it does.
 * @param today where the property is, `YYYY-MM-DD`
 */
export function isActive({ status, departure }: Pick<BookingItem, 'status' | 'departure'>, today: string): boolean {
  return ACTIVE[status] && departure >= today;
}
