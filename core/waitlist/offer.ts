import type { BookingItem } from '../portable/items/booking.ts';
import { policyOf } from '../portable/items/bookingPolicy.ts';
import type { PropertyItem } from '../portable/items/catalog.ts';
import { type Change, withStatus } from '../portable/lifecycle/change.ts';
import { holdAttributes } from '../portable/lifecycle/hold.ts';
import { allows } from '../portable/lifecycle/transitions.ts';
import { type Offered, takesOf } from './decideOffers.ts';

/**
 * The booking that waited as a hold, for the property's time and by its policy of today.
 * @param booking of the place; @param now epoch milliseconds
 * @returns null where it does not wait any more
 */
export function offer(
  booking: BookingItem,
  { place, nightlyRates, total }: Offered,
  property: PropertyItem,
  now: number,
): Change | null {
  if (!allows('offer', booking.status)) return null;
  const { waitlistSeconds, cancellation, payment } = policyOf(property);
  const attributes = {
    nightly_rates: nightlyRates,
    total_amount: total,
    cancellation,
    prepaid: payment !== 'NONE',
    offered_from_waitlist: true,
    ...holdAttributes(booking.booking_id, now + waitlistSeconds * 1000, waitlistSeconds, now),
  };
  const after = withStatus(booking, 'HELD', attributes, now);
  const { pk, sk } = place;
  return { before: booking, after, pages: takesOf(place), frees: [{ pk, sk }] };
}
