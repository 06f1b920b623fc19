import type { EventBooking } from '../../../core/events/eventBooking.ts';
import type { HttpAnswer, Outcome } from '../../../core/pms/outcome.ts';
import type { PmsAction, ReservationState } from '../../../core/pms/reservation.ts';

/** What is to be told. */
export type Telling = {
  booking: EventBooking;
  action: PmsAction;
  state: ReservationState;
  /** The PMS's own number, where it has told one. */
  confirmationNumber: string | null;
  /** May the PMS have had this version already? */
  isRepeat: boolean;
  now: Date;
};

/** One way of telling a PMS. */
export type Adapter = {
  /** @param secret its text @throws {SecretError} where the secret is not of the form that the kind needs */
  write(telling: Telling, secret: string): { headers: Record<string, string>; body: string };
  read(answer: HttpAnswer<string>, bookingId: string): Outcome;
};

export class SecretError extends Error {
  override readonly name = 'SecretError';
}
