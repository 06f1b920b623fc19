import type { BookingItem } from '../../core/portable/items/booking.ts';
import type { FreeStockAnswer, FreeStockEvent } from '../../core/portable/waitlist/freeStock.ts';
import { getItem } from '../shared/dynamodb/getItem.ts';
import { freeStock } from '../shared/waitlist/freeStock.ts';
import { tables } from './config.ts';

/** Writes a change that a resolver has decided, with what it lets those have who wait. */
export async function handler({ change }: FreeStockEvent): Promise<FreeStockAnswer> {
  const outcome = await freeStock([change], tables);
  if (outcome !== 'beaten') return { outcome, current: null };
  const { booking_id } = change.before;
  return { outcome, current: await getItem<BookingItem>(tables.Bookings, { booking_id }) };
}
