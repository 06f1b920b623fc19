import type { Order } from '../../core/payments/order.ts';
import type { PaymentMessage } from '../../core/payments/paymentMessage.ts';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import { PoisonError } from '../shared/batch/poison.ts';
import { getItem } from '../shared/dynamodb/getItem.ts';
import { readOrder } from '../shared/payments/order.ts';
import { config } from './config.ts';

/** An order and its booking, both as they are now. */
export type Pair = { booking: BookingItem; order: Order };

/**
 * Null where there is nothing to look at: an order that was not made here, a booking without one.
 * @throws {PoisonError} for an order whose booking is not there: people must see to the money
 */
export async function readPair(message: PaymentMessage): Promise<Pair | null> {
  if ('reference' in message) return ofOrder(await readOrder(message.reference));
  const booking = await readBooking(message.bookingId);
  if (!booking?.payment) return null;
  return { booking, order: await readOrder(booking.payment.reference) };
}

async function ofOrder(order: Order): Promise<Pair | null> {
  if (order.bookingId === null) return null;
  const booking = await readBooking(order.bookingId);
  if (booking === null) throw new PoisonError(`There is no booking ${order.bookingId} for order ${order.reference}.`);
  return { booking, order };
}

function readBooking(bookingId: string): Promise<BookingItem | null> {
  return getItem<BookingItem>(config.tables.Bookings, { booking_id: bookingId });
}
