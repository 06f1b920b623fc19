/**
 * The one catalogue of errors. The key is the GraphQL `errorType`; docs/errors.md explains each to clients and a test
 * keeps the two alike. `retryable`: the same request may succeed later, with the same `bookingId`.
 */
export const ERRORS = {
  InvalidInput: { retryable: false },
  NotFound: { retryable: false },
  SoldOut: { retryable: false },
  Closed: { retryable: false },
  ClosedToArrival: { retryable: false },
  ClosedToDeparture: { retryable: false },
  MinimumStay: { retryable: false },
  InvalidState: { retryable: false },
  HoldExpired: { retryable: false },
  PaymentMismatch: { retryable: false },
  PriceChanged: { retryable: false },
  CapacityExceeded: { retryable: false },
  WrongRegion: { retryable: false },
  IdempotencyConflict: { retryable: false },
  LimitExceeded: { retryable: false },
  BookingContention: { retryable: true },
  Unavailable: { retryable: true },
};

export type ErrorType = keyof typeof ERRORS;

/** A domain's "no": why, as the catalogue names it, and in words for a person. */
export type Refusal = { type: ErrorType; message: string };
