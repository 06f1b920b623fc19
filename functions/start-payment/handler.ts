import { isPrepaid, startRefusal } from '../../core/payments/startRefusal.ts';
import { startedHold } from '../../core/payments/startedHold.ts';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import { policyOf } from '../../core/portable/items/bookingPolicy.ts';
import { homeRefusal } from '../../core/portable/items/homeRegion.ts';
import { PROPERTY_KEY, type PropertyItem } from '../../core/portable/items/catalog.ts';
import { writeChange } from '../shared/bookings/writeChange.ts';
import { getItem } from '../shared/dynamodb/getItem.ts';
import { sendPaymentMessage } from '../shared/payments/sendMessage.ts';
import { pauseBefore } from '../shared/retry.ts';
import { type Answer, nothingToPay, refuse, started } from './answer.ts';
import { config } from './config.ts';
import { leftOver } from './leftOver.ts';
import { liveOrder } from './liveOrder.ts';

/** The resolver has checked that the caller sees the booking. */
export type Event = { bookingId: string };

const TRIES = 4;

/**
 * Begins to pay for a hold, or goes on with it: one live order for a booking, of its amount and currency. The old order of
 * a booking whose price changed is left to the payment worker, which cancels what is not the booking's.
 * @throws when tables or provider do not answer
 */
export async function handler({ bookingId }: Event): Promise<Answer> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    await pauseBefore(attempt);
    const answer = await start(bookingId);
    if (answer !== null) return answer;
  }
  return refuse('BookingContention', 'The booking changes too often just now. Send it again.');
}

/** Null where the booking was changed in between. */
async function start(bookingId: string): Promise<Answer | null> {
  const booking = await getItem<BookingItem>(config.tables.Bookings, { booking_id: bookingId });
  if (!booking) return refuse('NotFound', 'There is no such booking.');
  const key = { property_id: booking.property_id, sk: PROPERTY_KEY };
  const property = await getItem<PropertyItem>(config.catalog, key);
  if (!property) return refuse('NotFound', 'There is no such property.');
  const away = homeRefusal(property, config.region);
  if (away) return { refusal: away };
  if (!isPrepaid(booking, property)) return nothingToPay(booking);
  const refusal = startRefusal(booking, Date.now());
  if (refusal) return { refusal };
  return pay(booking, policyOf(property).paymentSeconds);
}

async function pay(booking: BookingItem, seconds: number): Promise<Answer | null> {
  const order = await liveOrder(booking);
  // The webhook that tells of it may be late, or lost.
  if (order.status !== 'OPEN') await sendPaymentMessage({ reference: order.reference });
  const change = startedHold(booking, order, seconds, Date.now());
  if (change === null) return started(booking, order);
  const outcome = await writeChange(change, config.tables);
  const reference = leftOver(outcome, booking, order);
  if (reference !== null) await sendPaymentMessage({ reference, isLeftOver: true });
  return outcome === 'done' ? started(change.after, order) : null;
}
