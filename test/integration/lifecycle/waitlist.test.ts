import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FaultPlan } from '../../../local/cloud/contract.ts';
import {
  CHECK_OUT,
  CHECK_IN,
  CONFIRM,
  DECLINE,
  HOLD,
  MODIFY,
  RELEASE,
  REQUEST,
  SHOW,
} from '../../support/api/lifecycle.ts';
import { BOOK, CANCEL, SET_INVENTORY } from '../../support/api/operations.ts';
import { BOOK_GROUP, CANCEL_GROUP } from '../../support/api/groups.ts';
import { insist } from '../../support/api/insist.ts';
import { heardUntil, subscribe } from '../../support/api/subscribe.ts';
import { JOIN, LEAVE, LINE, MINE } from '../../support/api/waitlist.ts';
import { ask, faults, get, guest, newGuest, operator, staff, type User } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { groupInput } from '../../support/data/group.ts';
import { grid, newProperty } from '../../support/data/property.ts';
import { stayInput } from '../../support/data/stay.ts';
import { until } from '../../support/until.ts';

vi.setConfig({ testTimeout: 180_000 });

afterEach(() => faults.clear());

const LOST: FaultPlan['rules'][number] = { kind: 'timeoutAfter', operations: ['TransactWriteItems'], rate: 0.3 };

type Booking = { id: string; status: string; version: number; arrival: string; departure: string };

/** Over a month end: a stay lies on two pages. */
const from = plusDays(monthAhead(4), -1);
const to = plusDays(from, 2);
const end = plusDays(from, 4);
const stay = { arrival: from, departure: to };

const houseOf = (total: number, bookingPolicy = {}) => newProperty({ from, to: end, total, bookingPolicy });
const sell = async (user: User, propertyId: string, changes = {}): Promise<string> =>
  (await get(user, BOOK, { input: stayInput({ propertyId, ...stay, ...changes }) })).bookRoom.id;
const join = async (user: User, propertyId: string, changes = {}): Promise<string> =>
  (await get(user, JOIN, { input: stayInput({ propertyId, ...stay, ...changes }) })).joinWaitlist.id;
const show = async (user: User, id: string) => (await get(user, SHOW, { id })).booking;
const statuses = (user: User, ids: string[]) => Promise.all(ids.map(async (id) => (await show(user, id)).status));
const becomes = (user: User, id: string, status: string) =>
  until(`booking that is ${status}`, async () => (await show(user, id)).status === status);
const nights = async (propertyId: string, last = to) => {
  const found = await grid(propertyId, from, last);
  for (const { total, available, held, sold } of found) expect(available + held + sold).toBe(total);
  return found.map(({ available, held, sold }) => [available, held, sold]);
};
const both = (available: number, held: number, sold: number) => [
  [available, held, sold],
  [available, held, sold],
];
const refusal = async (user: User, query: string, variables: object) =>
  (await ask(user, query, variables)).errors[0]?.errorType;
const entryOf = async (user: User, id: string) =>
  (await get(user, MINE, { limit: 100 })).myWaitlist.items.find((entry: { id: string }) => entry.id === id);

describe('what is cancelled', () => {
  it('goes to the first in line, who hears of it, and to nobody of a crowd that tries to buy it', async () => {
    const propertyId = await houseOf(1);
    const [ada, bob, eve] = await Promise.all(['ada', 'bob', 'eve'].map(guest));
    const sold = await sell(ada, propertyId);
    const first = await join(bob, propertyId);
    const second = await join(eve, propertyId);
    expect(await entryOf(eve, second)).toMatchObject({ status: 'WAITING', position: 2, bookingId: null });
    const ear = await subscribe(bob, 'subscription { onMyBookingChanged { id status version arrival departure } }');
    let isOver = false;
    const crowd = Array.from({ length: 50 }, async (_, at) => {
      const buyer = await guest(`buyer-${at % 10}`);
      const answers = [];
      do answers.push(await refusal(buyer, BOOK, { input: stayInput({ propertyId, ...stay }) }));
      while (!isOver);
      return answers;
    });
    await get(ada, CANCEL, { id: sold });
    isOver = true;
    for (const answers of await Promise.all(crowd)) for (const type of answers) expect(type).toBe('SoldOut');
    expect(await statuses(await operator(), [sold, first, second])).toEqual(['CANCELLED', 'HELD', 'WAITLISTED']);
    expect(await nights(propertyId)).toEqual(both(0, 1, 0));
    const isOffer = ({ id, status }: Booking) => id === first && status === 'HELD';
    const heard = await heardUntil<Booking>(ear, isOffer);
    expect(heard.at(-1)).toEqual({ id: first, status: 'HELD', version: 2, ...stay });
    ear.stop();
    expect(await entryOf(bob, first)).toMatchObject({ status: 'OFFERED', bookingId: first, position: null });
    expect(await entryOf(eve, second)).toMatchObject({ status: 'WAITING', position: 1 });
    const told = 'query Told($id: ID!) { booking(id: $id) { messages { kind state } } }';
    await until('mail about the offer', async () => {
      const { messages } = (await get(bob, told, { id: first })).booking;
      return messages.some(({ kind, state }: Record<string, string>) => kind === 'WAITLIST_OFFER' && state === 'SENT');
    });
    await get(bob, CONFIRM, { id: first });
    expect(await entryOf(bob, first)).toMatchObject({ status: 'ENDED', reason: 'CONFIRMED', bookingId: first });
    expect(await nights(propertyId)).toEqual(both(0, 0, 1));
  });

  it('twice at once makes two offers, and each night is offered once', async () => {
    const propertyId = await houseOf(2);
    const ada = await newGuest();
    const sold = [await sell(ada, propertyId), await sell(ada, propertyId)];
    const desk = await staff('desk', propertyId);
    const waiting = [];
    for (let at = 0; at < 3; at++) waiting.push(await join(desk, propertyId));
    await Promise.all(sold.map((id) => get(ada, CANCEL, { id })));
    expect(await statuses(desk, waiting)).toEqual(['HELD', 'HELD', 'WAITLISTED']);
    expect(await nights(propertyId)).toEqual(both(0, 2, 0));
  });

  it('passes over who does not fit, and who waits for other nights', async () => {
    const propertyId = await houseOf(2);
    const desk = await staff('desk', propertyId);
    const sold = [await sell(desk, propertyId), await sell(desk, propertyId)];
    const pair = await join(desk, propertyId, { units: 2 });
    const later = await join(desk, propertyId, { arrival: plusDays(from, 1), departure: plusDays(from, 3) });
    const single = await join(desk, propertyId);
    await get(desk, CANCEL, { id: sold[0] });
    expect(await statuses(desk, [pair, later, single])).toEqual(['WAITLISTED', 'HELD', 'WAITLISTED']);
    expect(await nights(propertyId, end)).toEqual([
      [1, 0, 1],
      [0, 1, 1],
      [1, 1, 0],
      [2, 0, 0],
    ]);
    await get(desk, CANCEL, { id: sold[1] });
    expect(await statuses(desk, [pair, later, single])).toEqual(['WAITLISTED', 'HELD', 'HELD']);
    await get(desk, RELEASE, { id: later });
    expect(await statuses(desk, [pair, single])).toEqual(['WAITLISTED', 'HELD']);
    await get(desk, RELEASE, { id: single });
    expect(await statuses(desk, [pair])).toEqual(['HELD']);
    expect(await nights(propertyId)).toEqual(both(0, 2, 0));
  });
});

describe('an offer', () => {
  it('that is not taken in time goes to the next in line', async () => {
    const propertyId = await houseOf(1, { waitlistSeconds: 2 });
    const [bob, eve] = await Promise.all(['bob', 'eve'].map(guest));
    const desk = await staff('desk', propertyId);
    const sold = await sell(desk, propertyId);
    const first = await join(bob, propertyId);
    const second = await join(eve, propertyId);
    await get(desk, CANCEL, { id: sold });
    const offered = await show(bob, first);
    expect(Date.parse(offered.holdExpiresAt) - Date.parse(offered.updatedAt)).toBe(2_000);
    await becomes(eve, second, 'HELD');
    expect(await entryOf(bob, first)).toMatchObject({ status: 'ENDED', reason: 'EXPIRED' });
    await becomes(eve, second, 'EXPIRED');
    expect(await nights(propertyId)).toEqual(both(1, 0, 0));
    expect((await get(bob, HOLD, { input: stayInput({ propertyId, ...stay }) })).holdRoom.status).toBe('HELD');
  });

  it('is held for a quarter of an hour where the property says nothing, at the rates of that moment', async () => {
    const propertyId = await houseOf(1);
    const desk = await staff('desk', propertyId);
    const sold = await sell(desk, propertyId);
    const id = await join(desk, propertyId);
    await get(desk, SET_INVENTORY, { input: { propertyId, roomTypeId: 'DLX', from, to: end, rate: 12_300 } });
    expect((await show(desk, id)).totalPrice.amount).toBe(20_000);
    await get(desk, CANCEL, { id: sold });
    const offered = await show(desk, id);
    expect(Date.parse(offered.holdExpiresAt) - Date.parse(offered.updatedAt)).toBe(900_000);
    expect(offered).toMatchObject({ nightlyRates: [12_300, 12_300], totalPrice: { amount: 24_600 } });
  });
});

describe('everything else that becomes free', () => {
  it('is offered: of a shorter stay, of a request that was declined', async () => {
    const propertyId = await houseOf(1);
    const desk = await staff('desk', propertyId);
    const id = await sell(desk, propertyId, { departure: end });
    const late = await join(desk, propertyId, { arrival: to, departure: end });
    const shorter = { id, departure: to };
    expect((await get(desk, MODIFY, { input: shorter })).modifyBooking).toMatchObject({ departure: to, version: 2 });
    expect(await statuses(desk, [late])).toEqual(['HELD']);
    expect(await refusal(desk, MODIFY, { input: { id, departure: end } })).toBe('SoldOut');
    const asked = await houseOf(1, { mode: 'ON_REQUEST' });
    const clerk = await staff('clerk', asked);
    const { requestBooking } = await get(clerk, REQUEST, { input: stayInput({ propertyId: asked, ...stay }) });
    await becomes(clerk, requestBooking.id, 'REQUESTED');
    const waiting = await join(clerk, asked);
    await get(clerk, DECLINE, { id: requestBooking.id });
    expect(await statuses(clerk, [waiting])).toEqual(['HELD']);
  });

  it('is offered as a guest leaves early', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const three = { arrival: today, departure: plusDays(today, 3) };
    const propertyId = await newProperty({ from: today, to: plusDays(today, 5), total: 1, timeZone: 'UTC' });
    const desk = await staff('desk', propertyId);
    const id = await sell(desk, propertyId, three);
    await get(desk, CHECK_IN, { id });
    const next = await join(desk, propertyId, { arrival: plusDays(today, 1), departure: plusDays(today, 4) });
    await get(desk, CHECK_OUT, { id });
    expect(await statuses(desk, [id, next])).toEqual(['CHECKED_OUT', 'HELD']);
  });

  it('is offered as a group is cancelled, to as many as fit', async () => {
    const propertyId = await houseOf(3);
    const desk = await staff('desk', propertyId);
    const rooms = [stay, { ...stay, units: 2 }];
    const { id } = (await get(desk, BOOK_GROUP, { input: groupInput(propertyId, rooms) })).bookGroup;
    const waiting = [await join(desk, propertyId, { units: 2 }), await join(desk, propertyId, { units: 2 })];
    waiting.push(await join(desk, propertyId));
    await get(desk, CANCEL_GROUP, { id });
    expect(await statuses(desk, waiting)).toEqual(['HELD', 'WAITLISTED', 'HELD']);
    expect(await nights(propertyId)).toEqual(both(0, 3, 0));
  });

  it.each([
    ['', { seed: 1, rules: [] }],
    [' as transactions that overlap cancel one another', { seed: 1, rules: [], overlap: { inFlightMs: 5 } }],
    [' as answers of done writes are lost', { seed: 3, rules: [LOST] }],
  ] as [string, FaultPlan][])('is offered once, whatever many do at once%s', async (_, plan) => {
    const propertyId = await houseOf(4);
    const desk = await staff('desk', propertyId);
    const sold = [];
    for (let at = 0; at < 4; at++) sold.push(await sell(desk, propertyId));
    const inputs = Array.from({ length: 8 }, () => stayInput({ propertyId, ...stay }));
    const ids = inputs.map(({ bookingId }) => bookingId);
    for (const input of inputs) await get(desk, JOIN, { input });
    await faults.set(plan);
    await Promise.all([
      ...sold.map((id) => insist(() => ask(desk, CANCEL, { id }))),
      ...ids.slice(4).map((id) => insist(() => ask(desk, LEAVE, { id }))),
    ]);
    await faults.clear();
    const found = await statuses(desk, ids);
    expect(found).toEqual([...new Array(4).fill('HELD'), ...new Array(4).fill('RELEASED')]);
    expect(await nights(propertyId)).toEqual(both(0, 4, 0));
  });

  it('is offered as the allotment is raised or a night is opened, also over a month end', async () => {
    const propertyId = await houseOf(1);
    const desk = await staff('desk', propertyId);
    await sell(desk, propertyId);
    const waiting = [
      await join(desk, propertyId, { units: 3 }),
      await join(desk, propertyId),
      await join(desk, propertyId),
    ];
    const raise = (total: number, last = end) =>
      get(desk, SET_INVENTORY, { input: { propertyId, roomTypeId: 'DLX', from, to: last, total } });
    const { setInventory } = await raise(2);
    for (const at of [0, 1])
      expect(setInventory[0].nights[at]).toMatchObject({ total: 2, available: 0, held: 1, sold: 1 });
    expect(await statuses(desk, waiting)).toEqual(['WAITLISTED', 'HELD', 'WAITLISTED']);
    expect(await nights(propertyId)).toEqual(both(0, 1, 1));
    const close = (closed: boolean) =>
      get(desk, SET_INVENTORY, { input: { propertyId, roomTypeId: 'DLX', from, to: plusDays(from, 1), closed } });
    await close(true);
    await raise(5);
    expect(await nights(propertyId)).toEqual(both(3, 1, 1));
    await close(false);
    expect(await statuses(desk, waiting)).toEqual(['HELD', 'HELD', 'WAITLISTED']);
    expect(await nights(propertyId)).toEqual(both(0, 4, 1));
  });
});

describe('a place in line', () => {
  it('is left once, is repeated by its id, and is one for a stay', async () => {
    const propertyId = await houseOf(1);
    const bob = await guest(`bob-${propertyId}`);
    const desk = await staff('desk', propertyId);
    const input = stayInput({ propertyId, ...stay });
    expect(await refusal(bob, JOIN, { input })).toBe('InvalidState');
    const sold = await sell(desk, propertyId);
    expect(await refusal(bob, JOIN, { input: { ...input, adults: 4 } })).toBe('CapacityExceeded');
    expect(await refusal(bob, JOIN, { input: { ...input, departure: plusDays(end, 1) } })).toBe('Closed');
    const { joinWaitlist } = await get(bob, JOIN, { input });
    expect(joinWaitlist).toMatchObject({ id: input.bookingId, status: 'WAITING', position: 1, reason: null, units: 1 });
    expect((await get(bob, JOIN, { input })).joinWaitlist).toEqual(joinWaitlist);
    expect(await refusal(bob, JOIN, { input: { ...input, units: 2 } })).toBe('IdempotencyConflict');
    expect(await refusal(bob, JOIN, { input: stayInput({ propertyId, ...stay }) })).toBe('InvalidState');
    const { id } = joinWaitlist;
    for (const query of [CANCEL, RELEASE, CONFIRM]) expect(await refusal(bob, query, { id })).toBe('InvalidState');
    expect((await get(bob, LEAVE, { id })).leaveWaitlist).toMatchObject({ status: 'ENDED', reason: 'RELEASED' });
    expect(await refusal(bob, LEAVE, { id })).toBe('InvalidState');
    const again = await join(bob, propertyId);
    await get(bob, LEAVE, { id: again });
    await get(desk, CANCEL, { id: sold });
    expect(await nights(propertyId)).toEqual(both(1, 0, 0));
    await sell(bob, propertyId);
  });

  it('is had by a guest for ten stays at most, also in a crowd of requests', async () => {
    const propertyId = await newProperty({ from, to: plusDays(from, 20), total: 0 });
    const bob = await guest(`bob-${propertyId}`);
    const stayAt = (at: number) => ({ arrival: plusDays(from, at), departure: plusDays(from, at + 1) });
    const answers = await Promise.all(
      Array.from({ length: 14 }, (_, at) => ask(bob, JOIN, { input: stayInput({ propertyId, ...stayAt(at) }) })),
    );
    for (const { errors } of answers)
      if (errors.length > 0) expect(errors[0].errorType).toMatch(/LimitExceeded|BookingContention/);
    let had = answers.filter(({ errors }) => errors.length === 0).length;
    expect(had).toBeLessThanOrEqual(10);
    for (let at = 14; had < 10; at++, had++) await join(bob, propertyId, stayAt(at));
    expect(await refusal(bob, JOIN, { input: stayInput({ propertyId, ...stayAt(19) }) })).toBe('LimitExceeded');
    const { items } = (await get(bob, MINE, { limit: 100 })).myWaitlist;
    expect(items).toHaveLength(10);
    await get(bob, LEAVE, { id: items[0].id });
    await join(bob, propertyId, stayAt(19));
  });

  it('is seen by its guest and the desk of its house, who see the line in order', async () => {
    const propertyId = await houseOf(0);
    const [bob, eve] = await Promise.all(['bob', 'eve'].map(guest));
    const desk = await staff('desk', propertyId);
    const ids = [await join(bob, propertyId), await join(eve, propertyId)];
    const { waitlist } = await get(desk, LINE, { propertyId, roomTypeId: 'DLX' });
    expect(waitlist.items.map(({ id, position }: { id: string; position: number }) => [id, position])).toEqual([
      [ids[0], 1],
      [ids[1], 2],
    ]);
    expect(JSON.stringify(waitlist)).not.toContain('example.com');
    for (const user of [bob, await staff('other', 'elsewhere')])
      expect(await refusal(user, LINE, { propertyId, roomTypeId: 'DLX' })).toBe('Unauthorized');
    expect(await refusal(eve, LEAVE, { id: ids[0] })).toBe('NotFound');
    expect(await refusal(await staff('other', 'elsewhere'), JOIN, { input: stayInput({ propertyId, ...stay }) })).toBe(
      'Unauthorized',
    );
    expect((await get(desk, LEAVE, { id: ids[0] })).leaveWaitlist.status).toBe('ENDED');
  });
});
