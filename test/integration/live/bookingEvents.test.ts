import { expect, it } from 'vitest';
import { get, guest, staff } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { BOOK, CANCEL } from '../../support/api/operations.ts';
import { newProperty } from '../../support/data/property.ts';
import { stayInput } from '../../support/data/stay.ts';
import { heardUntil, subscribe } from '../../support/api/subscribe.ts';

const from = monthAhead(2);
const FIELDS = 'id version status remaining guest { name email } totalPrice { amount currency }';

it('a booking and its cancellation reach the guest and the property’s staff live, from the stream alone', async () => {
  const propertyId = await newProperty({ from, to: plusDays(from, 5) });
  const [ada, desk] = [await guest('ada-live'), await staff('desk-live', propertyId)];
  const [mine, theirs] = await Promise.all([
    subscribe(ada, `subscription { onMyBookingChanged { ${FIELDS} } }`),
    subscribe(desk, `subscription { onBookingChanged(propertyId: "${propertyId}") { ${FIELDS} } }`),
  ]);
  const input = stayInput({ propertyId, arrival: from, departure: plusDays(from, 2) });
  await get(ada, BOOK, { input });
  await get(ada, CANCEL, { id: input.bookingId });
  const booked = {
    id: input.bookingId,
    version: 1,
    status: 'CONFIRMED',
    remaining: null,
    guest: input.guest,
    totalPrice: { amount: 20_000, currency: 'EUR' },
  };
  for (const subscription of [mine, theirs]) {
    const heard = await heardUntil<{ version: number }>(subscription, ({ version }) => version === 2);
    expect(heard).toEqual([booked, { ...booked, version: 2, status: 'CANCELLED' }]);
    subscription.stop();
  }
});
