import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { BookingPolicyInput, GuestMessage, GuestMessageKind } from '../../../generated/types.ts';
import { BOOK } from '../api/operations.ts';
import { get, guest, operator, type User } from '../cloud/cloud.ts';
import { monthAhead, plusDays } from './days.ts';
import { newProperty } from './property.ts';
import { stayInput } from './stay.ts';

export const ARRIVAL = monthAhead(2);
const DEPARTURE = plusDays(ARRIVAL, 3);

type Wish = { email?: string; language?: string | null; currency?: string; bookingPolicy?: BookingPolicyInput };

/** Books three nights at 123,450 minor units, for a guest with an address of their own. */
export async function bookStay({ currency, bookingPolicy, ...person }: Wish = {}) {
  const propertyId = await newProperty({ from: ARRIVAL, to: DEPARTURE, rate: 123_450, currency, bookingPolicy });
  const named = { name: 'Ada Lovelace', email: `${randomUUID()}@guests.example`, ...person };
  const input = stayInput({ propertyId, arrival: ARRIVAL, departure: DEPARTURE, guest: named });
  const user = await guest('ada-mail');
  await get(user, BOOK, { input });
  return { user, propertyId, id: input.bookingId, email: named.email };
}

const MESSAGES = 'query Q($id: ID!) { booking(id: $id) { messages { kind state version sentAt reason } } }';

/** What a booking's guest was written, as somebody sees it. */
export async function messagesOf(id: string, user?: User): Promise<GuestMessage[]> {
  return (await get(user ?? (await operator()), MESSAGES, { id })).booking.messages;
}

/** A message that went out. */
export const sent = (kind: GuestMessageKind, version: number): GuestMessage => ({
  kind,
  version,
  state: 'SENT',
  sentAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
  reason: null,
});
