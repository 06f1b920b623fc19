import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { eachAtOnce } from '../../../functions/shared/eachAtOnce.ts';
import { ask, get, guest, operator, staff, type User } from '../../support/cloud/cloud.ts';
import { actAsFunction } from '../../support/cloud/asFunction.ts';
import { BOOK, CANCEL } from '../../support/api/operations.ts';
import { heardUntil, subscribe } from '../../support/api/subscribe.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { book, cancel, groupInput, show } from '../../support/data/group.ts';
import { historyPool, recordedOf } from '../../support/data/history.ts';
import { storedBookings } from '../../support/data/line.ts';
import { pagesOf } from '../../support/data/pages.ts';
import { newProperty } from '../../support/data/property.ts';
import { stayInput } from '../../support/data/stay.ts';
import { storedStay } from '../../support/data/storedStay.ts';
import { until } from '../../support/until.ts';

const from = monthAhead(2);
const PAST = '2026-01-10';
const ERASE = `mutation E($guestId: ID, $email: AWSEmail) {
  eraseGuest(guestId: $guestId, email: $email) { bookings isComplete }
}`;
// What follows a write goes through functions that start cold.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const pool = historyPool();
let propertyId: string;
let desk: User;
let olga: User;

beforeAll(async () => {
  propertyId = await newProperty({ from, to: plusDays(from, 5), total: 100 });
  [desk, olga] = [await staff(`desk-erase-${propertyId}`, propertyId), await operator()];
});
afterAll(() => pool.end());

/** A guest, a stay long over and a cancelled booking of theirs, made through the API. */
async function visitor() {
  const key = randomUUID().slice(0, 8);
  const user = await guest(`gone-${key}`);
  const person = { name: `Ursel Wunderlich${key}`, email: `ursel.${key}@example.com`, phone: '+351210000000' };
  const input = stayInput({ propertyId, arrival: from, departure: plusDays(from, 1), guest: person });
  await get(user, BOOK, { input });
  const past = await storedStay({
    property_id: propertyId,
    arrival: PAST,
    status: 'CHECKED_OUT',
    guest: person,
    guest_id: user.sub,
  });
  return { user, person, input, ids: [input.bookingId, past.booking_id] };
}

const erase = async (who: object) => (await get(olga, ERASE, who)).eraseGuest;

describe('an erased guest', () => {
  let gone: Awaited<ReturnType<typeof visitor>>;
  let heard: { version: number }[];

  beforeAll(async () => {
    gone = await visitor();
    await get(gone.user, CANCEL, { id: gone.ids[0], reason: `Ursel is ill, ${gone.person.email}` });
    const live = await subscribe(
      desk,
      `subscription { onBookingChanged(propertyId: "${propertyId}") { id version erasedAt guest { name email phone } } }`,
    );
    expect(await erase({ guestId: gone.user.sub })).toEqual({ bookings: 2, isComplete: true });
    heard = await heardUntil<{ version: number }>(live, ({ version }) => version === 3);
    live.stop();
  });

  it('has left nothing in the bookings but marks', async () => {
    const items = await storedBookings(gone.ids);
    expect(items).toHaveLength(2);
    const text = JSON.stringify(items);
    for (const part of ['Ursel', 'wunderlich', gone.person.email, gone.person.phone, gone.user.sub]) {
      expect(text.toLowerCase()).not.toContain(part.toLowerCase());
    }
    for (const item of items) {
      expect(item).toMatchObject({ property_id: propertyId, total_amount: 10_000, erased_at: expect.any(String) });
    }
  });

  it('is told of to staff, with the next version', () => {
    expect(heard.at(-1)).toMatchObject({
      id: gone.ids[0],
      version: 3,
      erasedAt: expect.any(String),
      guest: { name: 'Erased', email: 'erased@erased.invalid', phone: null },
    });
  });

  it('is found no more, by staff nor by the guest; the bookings are', async () => {
    const name = JSON.stringify(gone.person.name);
    expect((await pagesOf(desk, { propertyId: `"${propertyId}"`, guestName: name })).flat()).toEqual([]);
    expect((await get(gone.user, '{ myBookings { items { id } } }')).myBookings.items).toEqual([]);
    const { booking } = await get(
      desk,
      `{ booking(id: "${gone.ids[0]}") { status reference guestId guest { name } } }`,
    );
    expect(booking).toMatchObject({ status: 'CANCELLED', guestId: null, guest: { name: 'Erased' } });
    const pages = await pagesOf(desk, { propertyId: `"${propertyId}"`, reference: `"${booking.reference}"` });
    expect(pages.flat().map(({ id }) => id)).toEqual([gone.ids[0]]);
  });

  it('leaves the history whole, which never knew more than a reference', async () => {
    const rows = await until('history of the erased booking', async () => {
      const recorded = await recordedOf(pool, gone.ids[0]);
      return recorded.length >= 3 && recorded;
    });
    expect(rows.map(({ version, event_type, guest_ref }) => [version, event_type, guest_ref])).toEqual([
      [1, 'BOOKED', gone.user.sub],
      [2, 'CANCELLED', gone.user.sub],
      [3, 'ERASED', null],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/ursel|wunderlich|@example|\+351/i);
  });

  it('can be erased again: there is nothing left to do', async () => {
    expect(await erase({ guestId: gone.user.sub })).toEqual({ bookings: 0, isComplete: true });
    expect((await storedBookings(gone.ids)).map(({ version }) => version).sort()).toEqual([2, 3]);
  });

  it('does not come back by repeating the request, and nobody claims the marks', async () => {
    expect((await ask(gone.user, BOOK, { input: gone.input })).errors).toMatchObject([
      { errorType: 'IdempotencyConflict' },
    ]);
    const claim = 'mutation C($id: ID) { claimBooking(id: $id) { id } }';
    expect((await ask(gone.user, claim, { id: gone.ids[0] })).errors).toMatchObject([{ errorType: 'NotFound' }]);
  });
});

it('a guest whose stay is not over is not erased, and nothing is changed', async () => {
  const { user, person, ids } = await visitor();
  const before = await storedBookings(ids);
  for (const who of [{ guestId: user.sub }, { email: person.email }]) {
    const { errors } = await ask(olga, ERASE, who);
    expect(errors).toMatchObject([{ errorType: 'InvalidState', message: expect.stringContaining(from) }]);
    expect(errors[0].message).not.toContain(person.name);
  }
  expect(await storedBookings(ids)).toEqual(before);
  await get(user, CANCEL, { id: ids[0] });
  expect(await erase({ guestId: user.sub })).toEqual({ bookings: 2, isComplete: true });
});

it('by an address, in any case, finds what staff made and what accounts made, and nobody else’s', async () => {
  const key = randomUUID().slice(0, 8);
  const mine = { name: 'Ida Izard', email: `ida.${key}@example.com` };
  const stay = { property_id: propertyId, arrival: PAST, status: 'CHECKED_OUT' as const };
  const bookings = [
    await storedStay({ ...stay, guest: mine }),
    await storedStay({ ...stay, guest: { ...mine, email: `IDA.${key}@Example.com` }, guest_id: `sub-${key}` }),
    await storedStay({ ...stay, guest: { ...mine, email: `not.ida.${key}@example.com` } }),
  ];
  expect(await erase({ email: `Ida.${key}@EXAMPLE.com` })).toEqual({ bookings: 2, isComplete: true });
  const stored = await storedBookings(bookings.map(({ booking_id }) => booking_id));
  const names = bookings.map((booking) => stored.find((item) => item.booking_id === booking.booking_id)!.guest.name);
  expect(names).toEqual(['Erased', 'Erased', 'Ida Izard']);
});

describe('hundreds of bookings', () => {
  const MANY = 240;
  const fill = async () => {
    const guest_id = `sub-${randomUUID()}`;
    const guestOf = (at: number) => ({ name: `Otto Often${at}`, email: `${guest_id}@example.com` });
    const stays = Array.from({ length: MANY }, (_, at) => ({
      property_id: propertyId,
      arrival: PAST,
      status: 'CHECKED_OUT' as const,
      guest: guestOf(at),
      guest_id,
    }));
    await eachAtOnce(stays, 20, storedStay);
    return guest_id;
  };

  it('are each erased once by requests at the same time', async () => {
    const guestId = await fill();
    const answers = await Promise.all([1, 2, 3].map(() => erase({ guestId })));
    expect(answers.reduce((sum, { bookings }) => sum + bookings, 0)).toBe(MANY);
    expect(await erase({ guestId })).toEqual({ bookings: 0, isComplete: true });
  });

  it('are erased by going on where time ran out', async () => {
    const guestId = await fill();
    actAsFunction();
    const { handler } = await import('../../../functions/erase-guest/handler.ts');
    let left = 0;
    const first = await handler({ guestId }, { getRemainingTimeInMillis: () => 8_100 - left++ });
    expect(first).toEqual({ result: { bookings: 101, isComplete: false } });
    expect(await erase({ guestId })).toEqual({ bookings: MANY - 101, isComplete: true });
  });
});

it.each([[{}], [{ guestId: 'x', email: 'x@example.com' }], [{ guestId: ' ' }]])(
  'eraseGuest(%j) is refused',
  async (who) => {
    expect((await ask(olga, ERASE, who)).errors).toMatchObject([{ errorType: 'InvalidInput' }]);
  },
);

it('only operators erase', async () => {
  for (const user of [desk, await guest('ada-erase'), null]) {
    expect((await ask(user, ERASE, { guestId: 'x' })).errors).toMatchObject([{ errorType: 'Unauthorized' }]);
  }
});

it('the contact of a group is erased by the address, and the guests of its bookings by theirs', async () => {
  const key = randomUUID().slice(0, 8);
  const [contact, host] = [`contact.${key}@example.com`, `host.${key}@example.com`];
  const nights = { arrival: from, departure: plusDays(from, 1) };
  const input = groupInput(propertyId, [{ ...nights, guest: { name: 'Host', email: host } }, nights], {
    contact: { name: 'Contact', email: contact.toUpperCase() },
  });
  const group = await book(desk, input);
  expect((await ask(olga, ERASE, { email: contact })).errors).toMatchObject([{ errorType: 'InvalidState' }]);
  await cancel(desk, group.id);
  expect(await erase({ email: contact })).toEqual({ bookings: 1, isComplete: true });
  const without = await show(desk, group.id);
  expect(without).toMatchObject({ name: null, contact: null });
  expect(without.bookings[0]).toMatchObject({ version: 3, guest: { email: host } });
  expect(await erase({ email: host })).toEqual({ bookings: 1, isComplete: true });
  expect((await show(desk, group.id)).bookings[0]).toMatchObject({ version: 4, guest: { name: 'Erased' } });
  expect(await erase({ email: contact })).toEqual({ bookings: 0, isComplete: true });
});
