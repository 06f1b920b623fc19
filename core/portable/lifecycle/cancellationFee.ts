import { dayNumber, parseDay } from '../days/dates.ts';
import type { BookingItem } from '../items/booking.ts';

type Cancelled = Pick<
  BookingItem,
  'arrival' | 'units' | 'nightly_rates' | 'total_amount' | 'cancellation' | 'status' | 'least_fee'
>;

/**
 * What cancelling costs by the policy that was agreed, in minor units: nothing up to `freeUntilDays` before the day of
 * arrival; later a share of the total or the first nights, whichever is more, and never more than the total. Only what
 * was confirmed costs anything. What it would have cost before its guest changed it, it costs still: nobody saves the fee
 * by moving the stay first.
 * @param today `YYYY-MM-DD`, where the property is
 */
export function cancellationFee(booking: Cancelled, today: string): number {
  if (booking.status !== 'CONFIRMED') return 0;
  return Math.max(booking.least_fee ?? 0, feeByPolicy(booking, today));
}

function feeByPolicy(booking: Cancelled, today: string): number {
  const { cancellation, total_amount } = booking;
  if (!cancellation) return 0;
  const { freeUntilDays, feePercent, feeNights } = cancellation;
  if (typeof freeUntilDays !== 'number') return 0;
  const daysLeft = dayNumber(parseDay(booking.arrival)!) - dayNumber(parseDay(today)!);
  if (daysLeft >= freeUntilDays) return 0;
  const share = Math.floor((total_amount * feePercent) / 100);
  const nights = booking.nightly_rates.slice(0, feeNights).reduce((sum, rate) => sum + rate * booking.units, 0);
  return Math.min(total_amount, Math.max(share, nights));
}
