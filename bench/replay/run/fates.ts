import type { BookingStatus } from '../../../generated/types.ts';
import type { PlannedBooking } from '../plan/plannedBooking.ts';

/** What a booking is. @property departure `YYYY-MM-DD`; @property fee of the cancellation, minor units, null where it stands */
export type State = { status: BookingStatus; departure: string; fee: number | null };

/**
 * What the client knows of a booking it sent. `unknown` is what nobody could say after the last retry: such a booking may
 * exist or not.
 */
export type Fate = {
  booking: PlannedBooking;
  outcome: 'accepted' | 'refused' | 'unknown';
  /** The errorType of a refused one, and of one that joined the waiting list therefore. */
  refusal: string | null;
  /** It waited, and was offered a hold. */
  isOffered: boolean;
  /** What it is if it exists. More than one where nobody could say whether something was done. */
  states: State[];
};

/** By booking id. */
export type Fates = Map<string, Fate>;

/** What the stay costs if it ends so, in minor units, night by night. */
export function ratesUntil({ input, nightlyRates }: PlannedBooking, departure: string): number[] {
  return nightlyRates.slice(0, (Date.parse(departure) - Date.parse(input.arrival)) / 86_400_000);
}

export function totalUntil(booking: PlannedBooking, departure: string): number {
  return ratesUntil(booking, departure).reduce((sum, rate) => sum + rate, 0);
}
