import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { ask, drained, faults, get, signIn, staff, type User } from '../../support/cloud/cloud.ts';
import { insist } from '../../support/api/insist.ts';
import { BOOK, CANCEL } from '../../support/api/operations.ts';
import { heardUntil, subscribe } from '../../support/api/subscribe.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { newProperty } from '../../support/data/property.ts';
import { stayInput } from '../../support/data/stay.ts';

const from = monthAhead(2);
const FIELDS = 'id guestId version status reference guest { name email }';
const CLAIM = `mutation C($id: ID, $propertyId: ID, $reference: String) {
  claimBooking(id: $id, propertyId: $propertyId, reference: $reference) { ${FIELDS} }
}`;
// What follows a write goes through functions that start cold.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let propertyId: string;
let desk: User;

/** A guest with this address, under an account of its own. */
const guestAt = (email: string, emailVerified = true) =>
  signIn({ name: `g-${randomUUID()}`, email, emailVerified, groups: ['guest'] });

const newAddress = () => `ada.${randomUUID()}@example.com`;

/** A booking that staff made for the address. */
async function bookedFor(email: string): Promise<{ id: string; reference: string }> {
  const guest = { name: 'Ada Lovelace', email };
  const input = stayInput({ propertyId, arrival: from, departure: plusDays(from, 1), guest });
  await get(desk, BOOK, { input });
  return (await get(desk, `{ booking(id: "${input.bookingId}") { ${FIELDS} } }`)).booking;
}

beforeAll(async () => {
  propertyId = await newProperty({ from, to: plusDays(from, 5), total: 200 });
  desk = await staff(`desk-claim-${propertyId}`, propertyId);
});
afterEach(() => faults.clear());

describe('a guest with the booking’s address', () => {
  it('claims what staff made: it is in the guest’s list, live, and in history', async () => {
    const email = newAddress();
    const { id } = await bookedFor(email.toUpperCase());
    const ada = await guestAt(email);
    expect((await get(ada, '{ myBookings { items { id } } }')).myBookings.items).toEqual([]);
    const live = await subscribe(ada, `subscription { onMyBookingChanged { ${FIELDS} } }`);
    const { claimBooking } = await get(ada, CLAIM, { id });
    expect(claimBooking).toMatchObject({ id, guestId: ada.sub, version: 2, status: 'CONFIRMED' });
    expect((await get(ada, '{ myBookings { items { id } } }')).myBookings.items).toEqual([{ id }]);
    expect(await heardUntil<object>(live, () => true)).toEqual([claimBooking]);
    live.stop();
    await drained(100_000);
    const { auditTrail } = await get(desk, `{ auditTrail(bookingId: "${id}") { version event guestRef } }`);
    expect(auditTrail).toEqual([
      { version: 1, event: 'BOOKED', guestRef: null },
      { version: 2, event: 'CLAIMED', guestRef: ada.sub },
    ]);
  });

  it('gets the same again when claiming it again, and may cancel it', async () => {
    const email = newAddress();
    const { id } = await bookedFor(email);
    const ada = await guestAt(email);
    const first = await get(ada, CLAIM, { id });
    expect(await get(ada, CLAIM, { id })).toEqual(first);
    expect((await get(ada, CANCEL, { id })).cancelBooking).toMatchObject({ status: 'CANCELLED', version: 3 });
    expect((await get(ada, CLAIM, { id })).claimBooking.version).toBe(3);
  });

  it('claims it by the reference that the hotel gave', async () => {
    const email = newAddress();
    const { id, reference } = await bookedFor(email);
    const ada = await guestAt(email);
    const typed = { propertyId, reference: reference.toLowerCase() };
    expect((await get(ada, CLAIM, typed)).claimBooking).toMatchObject({ id, guestId: ada.sub });
    const stranger = await guestAt(newAddress());
    expect((await ask(stranger, CLAIM, typed)).errors).toMatchObject([{ errorType: 'NotFound' }]);
  });
});

it('nobody else learns whether there is such a booking', async () => {
  const email = newAddress();
  const { id } = await bookedFor(email);
  const [stranger, unverified, ada] = await Promise.all([guestAt(newAddress()), guestAt(email, false), guestAt(email)]);
  const missing = await ask(stranger, CLAIM, { id: randomUUID() });
  expect(missing.errors).toMatchObject([{ errorType: 'NotFound' }]);
  for (const user of [stranger, unverified]) expect(await ask(user, CLAIM, { id })).toEqual(missing);
  await get(ada, CLAIM, { id });
  // Claimed by now: not even another account of the same address.
  for (const user of [stranger, unverified, await guestAt(email)])
    expect(await ask(user, CLAIM, { id })).toEqual(missing);
  expect(await ask(stranger, CLAIM, { propertyId, reference: 'nonsense' })).toEqual(missing);
  expect((await get(desk, `{ booking(id: "${id}") { guestId version } }`)).booking).toEqual({
    guestId: ada.sub,
    version: 2,
  });
});

it('staff and visitors claim nothing', async () => {
  const { id } = await bookedFor('desk@example.com');
  for (const user of [desk, null]) {
    expect((await ask(user, CLAIM, { id })).errors).toMatchObject([{ errorType: 'Unauthorized' }]);
  }
});

it.each([[{}], [{ propertyId: 'x' }], [{ id: randomUUID(), reference: '00000000' }], [{ id: 'short' }]])(
  'claimBooking(%j) is refused',
  async (variables) => {
    const { errors } = await ask(await guestAt(newAddress()), CLAIM, variables);
    expect(errors).toMatchObject([{ errorType: 'InvalidInput' }]);
  },
);

describe('at the same time', () => {
  it('two accounts of one address: one has it, the other learns nothing', async () => {
    const email = newAddress();
    const { id } = await bookedFor(email);
    const users = await Promise.all([guestAt(email), guestAt(email)]);
    const answers = await Promise.all([...users, ...users, ...users].map((user) => ask(user, CLAIM, { id })));
    const { booking } = await get(desk, `{ booking(id: "${id}") { guestId version } }`);
    expect(booking.version).toBe(2);
    expect(users.map(({ sub }) => sub)).toContain(booking.guestId);
    answers.forEach(({ data, errors }, at) => {
      if (users[at % 2].sub === booking.guestId) expect(data.claimBooking.version).toBe(2);
      else expect(errors).toMatchObject([{ errorType: 'NotFound' }]);
    });
  });

  it('a claim and a cancellation both hold', async () => {
    const email = newAddress();
    const { id } = await bookedFor(email);
    const ada = await guestAt(email);
    await faults.set({ seed: 2, rules: [], overlap: { inFlightMs: 5 } });
    const answers = await Promise.all([insist(() => ask(ada, CLAIM, { id })), insist(() => ask(desk, CANCEL, { id }))]);
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    const { booking } = await get(desk, `{ booking(id: "${id}") { guestId version status } }`);
    expect(booking).toEqual({ guestId: ada.sub, version: 3, status: 'CANCELLED' });
  });
});

it.each(['timeoutAfter', 'timeoutBefore', 'throttle'] as const)(
  'a claim that meets %s is made once, or says so',
  async (kind) => {
    const email = newAddress();
    const { id } = await bookedFor(email);
    const ada = await guestAt(email);
    await faults.set({ seed: 4, rules: [{ kind, operations: ['UpdateItem'], rate: 1 }] });
    const { data, errors } = await ask(ada, CLAIM, { id });
    if (kind === 'timeoutAfter') expect(data.claimBooking).toMatchObject({ guestId: ada.sub, version: 2 });
    else expect(errors).toMatchObject([{ errorType: 'BookingContention', errorInfo: { retryable: true } }]);
    await faults.clear();
    expect((await get(ada, CLAIM, { id })).claimBooking.version).toBe(2);
  },
);
