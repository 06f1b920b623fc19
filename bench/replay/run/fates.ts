import type { PlannedBooking } from '../plan/schedule.ts';

/**
 * What the client knows of a booking it sent. `unknown` is what nobody could say after the last retry: such a booking
 * (or its cancellation) may exist or not.
 */
export type Fate = {
  booking: PlannedBooking;
  outcome: 'accepted' | 'refused' | 'unknown';
  cancelled: 'no' | 'yes' | 'unknown';
};

/** By booking id. */
export type Fates = Map<string, Fate>;
