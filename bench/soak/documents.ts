import type { BookGroupInput, BookRoomInput, ModifyBookingInput } from '../../generated/types.ts';
import type { Deed } from './step.ts';

const FIELDS =
  'id status version roomTypeId arrival departure nights units nightlyRates totalPrice { amount } holdExpiresAt';

/** What the API tells of a booking. */
export type Shown = {
  id: string;
  status: string;
  version: number;
  roomTypeId: string;
  arrival: string;
  departure: string;
  nights: number;
  units: number;
  nightlyRates: number[];
  totalPrice: { amount: number };
  holdExpiresAt: string | null;
};

/** A place in line is told by its booking's id; of a payment, what its page is asked for. */
export type Done = Shown | { id: string; bookings: Shown[] } | { id: string } | { clientSecret: string | null };

/** An answer's data has what was done under this name, whatever the field. */
export type Answer = { done: Done | null };

/** The bookings of an answer, as they are by then. */
export function bookingsOf({ done }: Answer): Shown[] {
  if (done === null) return [];
  if ('bookings' in done) return done.bookings;
  return 'version' in done ? [done] : [];
}

type Input = BookRoomInput | BookGroupInput | ModifyBookingInput;
export type Call = { query: string; variables: { input: Input } | { id: string } };

const SALES = { book: 'bookRoom', hold: 'holdRoom', request: 'requestBooking' } as const;

export function sale(kind: keyof typeof SALES, input: BookRoomInput): Call {
  return {
    query: `mutation($input: BookRoomInput!) { done: ${SALES[kind]}(input: $input) { ${FIELDS} } }`,
    variables: { input },
  };
}

export function waiting(input: BookRoomInput): Call {
  return {
    query: 'mutation($input: BookRoomInput!) { done: joinWaitlist(input: $input) { id } }',
    variables: { input },
  };
}

export function groupSale(input: BookGroupInput): Call {
  return {
    query: `mutation($input: BookGroupInput!) { done: bookGroup(input: $input) { id bookings { ${FIELDS} } } }`,
    variables: { input },
  };
}

/** @param id of the group */
export function groupEnd(id: string): Call {
  return {
    query: `mutation($id: ID!) { done: cancelGroup(id: $id) { id bookings { ${FIELDS} } } }`,
    variables: { id },
  };
}

type PlainDeed = Exclude<Deed, 'modify' | 'cancelGroup'>;

const FIELD: Record<PlainDeed, string> = {
  confirm: 'confirmBooking',
  pay: 'startPayment',
  extend: 'extendHold',
  release: 'releaseHold',
  leave: 'leaveWaitlist',
  cancel: 'cancelBooking',
  approve: 'approveBooking',
  decline: 'declineBooking',
  checkIn: 'checkIn',
  checkOut: 'checkOut',
  markNoShow: 'markNoShow',
};

/** Deeds that answer with something else than the booking. */
const ANSWERS: Partial<Record<PlainDeed, string>> = { pay: 'clientSecret', leave: 'id' };

export function deed(kind: PlainDeed, id: string): Call {
  const fields = ANSWERS[kind] ?? FIELDS;
  return { query: `mutation($id: ID!) { done: ${FIELD[kind]}(id: $id) { ${fields} } }`, variables: { id } };
}

export function modification(input: ModifyBookingInput): Call {
  return {
    query: `mutation($input: ModifyBookingInput!) { done: modifyBooking(input: $input) { ${FIELDS} } }`,
    variables: { input },
  };
}

export function show(id: string): Call {
  return { query: `query($id: ID!) { done: booking(id: $id) { ${FIELDS} } }`, variables: { id } };
}
