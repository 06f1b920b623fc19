import type { BookRoomInput, ModifyBookingInput } from '../../generated/types.ts';
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

/** An answer's data has the booking under this name, whatever the field. */
export type Answer = { done: Shown | null };

export type Call = { query: string; variables: { input: BookRoomInput | ModifyBookingInput } | { id: string } };

const SALES = { book: 'bookRoom', hold: 'holdRoom', request: 'requestBooking' } as const;

export function sale(kind: keyof typeof SALES, input: BookRoomInput): Call {
  return {
    query: `mutation($input: BookRoomInput!) { done: ${SALES[kind]}(input: $input) { ${FIELDS} } }`,
    variables: { input },
  };
}

const FIELD: Record<Exclude<Deed, 'modify'>, string> = {
  confirm: 'confirmBooking',
  extend: 'extendHold',
  release: 'releaseHold',
  cancel: 'cancelBooking',
  approve: 'approveBooking',
  decline: 'declineBooking',
  checkIn: 'checkIn',
  checkOut: 'checkOut',
  markNoShow: 'markNoShow',
};

export function deed(kind: Exclude<Deed, 'modify'>, id: string): Call {
  return { query: `mutation($id: ID!) { done: ${FIELD[kind]}(id: $id) { ${FIELDS} } }`, variables: { id } };
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
