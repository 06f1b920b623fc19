import { type BookingItem, toBooking } from '../../core/portable/items/booking.ts';
import type { BookingChangeInput, Payment, PaymentChangeInput } from '../../generated/types.ts';
import { publisher } from '../shared/api/publisher.ts';
import { config } from './config.ts';

/** Every field that a subscriber may want: AppSync hands on what the mutation selects. */
const PUBLISH = `mutation Publish($input: BookingChangeInput!) {
  publishBookingChange(input: $input) {
    id guestId status version propertyId roomTypeId arrival departure nights units adults children
    guest { name email phone } nightlyRates totalPrice { amount currency } refusal { type message } reassignedFrom
    holdExpiresAt cancellation { freeUntilDays feePercent feeNights } cancellationFee { amount currency }
    confirmedAt checkedInAt checkedOutAt groupId
    payment { provider status amount { amount currency } reference expiresAt capturedAt refundedAmount { amount currency } reason }
    cancelReason cancelledAt reference erasedAt createdAt updatedAt
  }
}`;

const send = publisher(config);

/** Tells subscribers of a booking as it is after a change. */
export async function publishChange(item: BookingItem): Promise<void> {
  const { remaining: _, neverSold: __, guest, payment, ...booking } = toBooking(item, null);
  const input: BookingChangeInput = { ...booking, guest: guest ?? item.guest, payment: payment && told(payment) };
  await send(PUBLISH, { input });
}

/** Nobody is told of a client secret, not even that there is none. */
function told({ clientSecret: _, ...payment }: Payment): PaymentChangeInput {
  return payment;
}
