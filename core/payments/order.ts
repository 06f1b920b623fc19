/**
 * An order as its provider tells of it: nothing paid yet (`OPEN`), promised by the guest's bank (`AUTHORIZED`), taken
 * (`CAPTURED`), or over (`CANCELLED`).
 */
export type Order = {
  /** The provider's own: a PaymentIntent's id. */
  reference: string;
  /** The booking that it was made for; null for one that was not made here. */
  bookingId: string | null;
  status: 'OPEN' | 'AUTHORIZED' | 'CAPTURED' | 'CANCELLED';
  /** Minor units of `currency`. */
  amount: number;
  /** ISO 4217. */
  currency: string;
  /** Minor units that were taken, and that were given back of them. */
  received: number;
  refunded: number;
  /** Why the last try to pay failed; null where none did. */
  failure: string | null;
};
