import type { BookingStatus } from '../../../generated/types.ts';
import { cancellationFee } from '../../../core/portable/lifecycle/cancellationFee.ts';
import { toDate, toDayNumber } from '../dayNumbers.ts';
import { BOOKING_POLICY } from '../plan/hotel.ts';
import type { Step } from '../plan/life.ts';
import type { PlannedBooking } from '../plan/plannedBooking.ts';
import { ratesUntil, type State, totalUntil } from './fates.ts';
import type { Operation } from './tally.ts';

/** What is done to a booking that exists. A hold is confirmed when its deposit is paid. */
export type ActName = Exclude<Step, 'book'> | 'confirm' | 'leave';

export type Act = {
  operation: Operation;
  document: string;
  variables(booking: PlannedBooking): Record<string, unknown>;
  /** May it be done, and is there anything to do? */
  applies(state: State, booking: PlannedBooking): boolean;
  /** What the booking is then. @param today where the hotel is, `YYYY-MM-DD` */
  after(state: State, booking: PlannedBooking, today: string): State;
};

const ANSWER = '{ id status version }';

export const ACTS: Record<ActName, Act> = {
  confirm: byId('confirmBooking', ['HELD'], (state) => ({ ...state, status: 'CONFIRMED' })),
  leave: {
    ...byId('leaveWaitlist', ['WAITLISTED'], (state) => ({ ...state, status: 'RELEASED' })),
    document: 'mutation($id: ID!) { leaveWaitlist(id: $id) { id status } }',
  },
  lengthen: departingOn(({ input }) => nextDay(input.departure)),
  shorten: departingOn(({ input }) => input.departure),
  cancel: {
    ...byId('cancelBooking', ['CONFIRMED'], (state, booking, today) => ({
      ...state,
      status: 'CANCELLED',
      fee: feeOf(state, booking, today),
    })),
    document: `mutation($id: ID!, $reason: String) { cancelBooking(id: $id, reason: $reason) ${ANSWER} }`,
    variables: ({ bookingId }) => ({ id: bookingId, reason: 'Cancelled by the guest.' }),
  },
  noShow: byId('markNoShow', ['CONFIRMED'], (state, booking, today) => endedOn(today, 'NO_SHOW', state, booking)),
  checkIn: byId('checkIn', ['CONFIRMED'], (state) => ({ ...state, status: 'CHECKED_IN' })),
  checkOut: byId('checkOut', ['CHECKED_IN'], (state, booking, today) => endedOn(today, 'CHECKED_OUT', state, booking)),
};

function byId(operation: Operation, from: BookingStatus[], after: Act['after']): Act {
  return {
    operation,
    document: `mutation($id: ID!) { ${operation}(id: $id) ${ANSWER} }`,
    variables: ({ bookingId }) => ({ id: bookingId }),
    applies: ({ status }) => from.includes(status),
    after,
  };
}

function departingOn(departureOf: (booking: PlannedBooking) => string): Act {
  return {
    operation: 'modifyBooking',
    document: `mutation($input: ModifyBookingInput!) { modifyBooking(input: $input) ${ANSWER} }`,
    variables: (booking) => {
      const departure = departureOf(booking);
      return { input: { id: booking.bookingId, departure, expectedTotal: totalUntil(booking, departure) } };
    },
    applies: ({ status, departure }, booking) => status === 'CONFIRMED' && departure !== departureOf(booking),
    after: (state, booking) => ({ ...state, departure: departureOf(booking) }),
  };
}

/** Nights from today on are given back, all but the first. */
function endedOn(today: string, status: BookingStatus, state: State, { input }: PlannedBooking): State {
  const [departure = state.departure] = [state.departure, later(today, nextDay(input.arrival))].sort();
  return { ...state, status, departure };
}

function feeOf({ status, departure }: State, booking: PlannedBooking, today: string): number {
  const { arrival } = booking.input;
  const nightly_rates = ratesUntil(booking, departure);
  const total_amount = totalUntil(booking, departure);
  const { cancellation } = BOOKING_POLICY;
  return cancellationFee({ arrival, units: 1, nightly_rates, total_amount, cancellation, status }, today);
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

function nextDay(date: string): string {
  return toDate(toDayNumber(date) + 1);
}
