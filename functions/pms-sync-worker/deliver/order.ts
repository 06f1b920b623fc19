/** One booking to be told to its property's PMS in its state of now, whichever version the message was about. */
export type Order = {
  propertyId: string;
  bookingId: string;
  version: number;
  /** It stands among the owed bookings already. */
  isOwed: boolean;
  /** Also what the PMS has refused. */
  isRedrive: boolean;
  /** May the PMS have had it before? */
  isRepeat: boolean;
};

/**
 * What became of an order. `done`: nothing is left to do. `owed`: it waits among the owed, and its debt is marked.
 * `refused`: the PMS will not take it.
 */
export type Result = { kind: 'done' } | { kind: 'owed' } | { kind: 'refused'; reason: string };

export const DONE: Result = { kind: 'done' };
