import type { BookingPolicy, BookingPolicyInput } from '../../../generated/types.ts';

/** What every property has that says nothing else. Times are seconds. */
const DEFAULTS: BookingPolicy = {
  mode: 'INSTANT',
  holdSeconds: 300,
  requestSeconds: 86400,
  payment: 'NONE',
  paymentSeconds: 300,
  reminderHours: null,
  cancellation: { freeUntilDays: null, feePercent: 0, feeNights: 0 },
  waitlistSeconds: 900,
};

/** The whole policy of what was said of it. */
export function toBookingPolicy(said: BookingPolicyInput | null | undefined): BookingPolicy {
  const { cancellation } = said ?? {};
  return {
    mode: said?.mode ?? DEFAULTS.mode,
    holdSeconds: said?.holdSeconds ?? DEFAULTS.holdSeconds,
    requestSeconds: said?.requestSeconds ?? DEFAULTS.requestSeconds,
    payment: said?.payment ?? DEFAULTS.payment,
    paymentSeconds: said?.paymentSeconds ?? DEFAULTS.paymentSeconds,
    reminderHours: said?.reminderHours ?? null,
    cancellation: cancellation
      ? {
          freeUntilDays: cancellation.freeUntilDays ?? null,
          feePercent: cancellation.feePercent ?? 0,
          feeNights: cancellation.feeNights ?? 0,
        }
      : DEFAULTS.cancellation,
    waitlistSeconds: said?.waitlistSeconds ?? Math.max(DEFAULTS.waitlistSeconds, said?.holdSeconds ?? 0),
  };
}

/** The policy of a property, whose item may be older than policies, or than what they say now. */
export function policyOf(property: { booking_policy?: BookingPolicyInput | null }): BookingPolicy {
  return toBookingPolicy(property.booking_policy);
}
