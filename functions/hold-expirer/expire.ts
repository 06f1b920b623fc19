import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import { becomes } from '../../core/portable/lifecycle/change.ts';
import { freeClaim } from '../shared/bookings/freeClaim.ts';
import { writeFreeing } from '../shared/waitlist/writeFreeing.ts';
import { measure } from '../shared/measure.ts';
import { config } from './config.ts';

/**
 * The hold or request is over and its nights are free again, unless the booking is not as it was read: then whoever
 * changed it has seen to its units. Its claim could be had by others since it ran out; freed, it is seen to be.
 * @throws where others write the same nights every time
 */
export async function expire(booking: BookingItem, now: number): Promise<void> {
  const outcome = await writeFreeing(becomes(booking, 'EXPIRED', {}, now), config.tables);
  if (outcome === 'contended') throw new Error(`Others write the nights of booking ${booking.booking_id}.`);
  if (outcome === 'beaten') return;
  measure('HoldsExpired', 1);
  measure('HoldExpiryDelay', Date.now() - (booking.hold_until ?? now), MetricUnit.Milliseconds);
  if (booking.claim) await freeClaim(booking.claim, booking.booking_id, config.tables.Operations);
}
