/** One delivery that the PMS was sent, and what it did with it. */
export type ReceivedCall = {
  /** ISO 8601. */
  at: string;
  propertyId: string;
  protocol: 'webhook' | 'opentravel';
  /** Of the message; null where it was not read. */
  bookingId: string | null;
  version: number | null;
  /** Whether the reservation changed, was the same or newer already, or the message was not applied. */
  effect: 'changed' | 'kept' | 'none';
  /** Null where it was not answered. */
  status: number | null;
};
