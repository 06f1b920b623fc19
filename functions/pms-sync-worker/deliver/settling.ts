import type { Outcome } from '../../../core/pms/outcome.ts';
import type { BookingItem } from '../../../core/portable/items/booking.ts';
import type { BookingSyncItem, PmsStateItem } from '../../../core/portable/items/pmsSync.ts';
import type { Target } from '../../shared/pms/target.ts';
import type { Order } from './order.ts';

/** A call that has ended, with what was read before it. */
export type Settling = {
  order: Order;
  booking: BookingItem;
  sync: BookingSyncItem | null;
  target: Target;
  outcome: Outcome;
  state: PmsStateItem;
  /** As the circuit named it; null for an ordinary call. */
  probe: number | null;
};
