import type { BookingPolicyInput } from '../../../generated/types.ts';
import { fail } from '../answer/fail.ts';
import { checkRange } from './checks.ts';

const DAY_SECONDS = 86400;

/** Ends the request where a value is out of bounds. */
export function checkBookingPolicy(policy: BookingPolicyInput): void {
  const isAskedFirst = policy.mode === 'ON_REQUEST';
  if (isAskedFirst && (policy.payment ?? 'NONE') !== 'NONE') {
    fail('InvalidInput', 'A property that takes requests is paid at the property: payment must be NONE.');
  }
  checkOptional('holdSeconds', policy.holdSeconds, 1, DAY_SECONDS);
  checkOptional('requestSeconds', policy.requestSeconds, 1, 14 * DAY_SECONDS);
  checkOptional('paymentSeconds', policy.paymentSeconds, 1, DAY_SECONDS);
  checkOptional('reminderHours', policy.reminderHours, 0, 720);
  checkOptional('waitlistSeconds', policy.waitlistSeconds, 1, DAY_SECONDS);
  const { cancellation } = policy;
  if (!cancellation) return;
  checkOptional('cancellation.freeUntilDays', cancellation.freeUntilDays, 0, 365);
  checkOptional('cancellation.feePercent', cancellation.feePercent, 0, 100);
  checkOptional('cancellation.feeNights', cancellation.feeNights, 0, 90);
}

function checkOptional(name: string, value: number | null | undefined, least: number, most: number): void {
  if (typeof value === 'number') checkRange(`bookingPolicy.${name}`, value, least, most);
}
