import type { Refusal } from '../portable/errors.ts';
import type { BookingItem } from '../portable/items/booking.ts';
import type { PropertyItem } from '../portable/items/catalog.ts';
import { policyOf } from '../portable/items/bookingPolicy.ts';
import { hasRunOut } from '../portable/lifecycle/hold.ts';
import { movable } from './providerAmount.ts';

/** Stripe charges no less, in most currencies. Source: Stripe documentation, "Minimum and maximum charge amounts". */
const LEAST_AMOUNT = 50;

/** Is the booking paid in advance: as it was agreed when it was held, or as the property has it now? */
export function isPrepaid(booking: BookingItem, property: PropertyItem): boolean {
  return booking.prepaid === true || policyOf(property).payment === 'STRIPE';
}

/** Why the booking cannot be paid for; null where it can. @param now epoch milliseconds */
export function startRefusal(booking: BookingItem, now: number): Refusal | null {
  const { status, total_amount, currency } = booking;
  if (status !== 'HELD')
    return { type: 'InvalidState', message: `A booking that is ${status} cannot be paid for: only a hold can.` };
  if (hasRunOut(booking, now)) return { type: 'HoldExpired', message: 'The hold has run out.' };
  if (total_amount < LEAST_AMOUNT || movable(total_amount, currency) !== total_amount)
    return { type: 'InvalidState', message: `${total_amount} ${currency} in minor units cannot be paid online.` };
  return null;
}
