import { expect, it } from 'vitest';
import { sampleBooking } from '../../core/events/testing/sampleBooking.ts';
import type { Order } from '../../core/payments/order.ts';
import type { PaymentItem } from '../../core/portable/items/payment.ts';
import { leftOver } from './leftOver.ts';

const payment: PaymentItem = {
  provider: 'STRIPE',
  status: 'PENDING',
  reference: 'pi_old',
  amount: 100,
  currency: 'EUR',
  expires_at: 0,
};
const [unpaid, ordered] = [sampleBooking(), sampleBooking({ payment })];
const order = (reference: string): Order => ({
  reference,
  bookingId: unpaid.booking_id,
  status: 'OPEN',
  amount: 200,
  currency: 'EUR',
  received: 0,
  refunded: 0,
  failure: null,
});

it('the order that the booking had before is left over once it has another', () => {
  expect(leftOver('done', ordered, order('pi_new'))).toBe('pi_old');
  expect(leftOver('done', ordered, order('pi_old'))).toBeNull();
  expect(leftOver('done', unpaid, order('pi_new'))).toBeNull();
});

it('an order of a version that is gone is left over', () => {
  expect(leftOver('beaten', unpaid, order('pi_new'))).toBe('pi_new');
});

it('none is where the booking could not be written: the next attempt gets the same order again', () => {
  for (const booking of [unpaid, ordered]) expect(leftOver('contended', booking, order('pi_new'))).toBeNull();
});
