import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type PmsSimulator, startPmsSimulator } from '../../../local/pms/simulator.ts';
import { BOOK_GROUP, CANCEL_GROUP, GROUP } from '../../support/api/groups.ts';
import { SHOW } from '../../support/api/lifecycle.ts';
import { ask, drained, get, guest, operator, pms, staff, type User } from '../../support/cloud/cloud.ts';
import { subscribe } from '../../support/api/subscribe.ts';
import { book, cancel, from, groupInput, house, show, sold, stay, threeRooms, to } from '../../support/data/group.ts';
import { historyPool, recordedOf } from '../../support/data/history.ts';
import { newPmsProperty, syncOf } from '../../support/parts/pms.ts';

vi.setConfig({ testTimeout: 120_000 });

let simulator: PmsSimulator;
beforeAll(async () => {
  simulator = await startPmsSimulator();
});
afterAll(() => simulator.stop());

const errorOf = async (user: User | null, query: string, variables: object) =>
  (await ask(user, query, variables)).errors[0];

describe('who may', () => {
  it('see and cancel a group: whose it is, its property, operators', async () => {
    const propertyId = await house();
    const user = await guest('ada');
    const { id, bookings } = await book(user, groupInput(propertyId, threeRooms));
    const others = [await guest('bob'), await staff('elsewhere', 'another')];
    for (const other of others) {
      expect(await show(other, id)).toBeNull();
      expect((await errorOf(other, CANCEL_GROUP, { id })).errorType).toBe('NotFound');
      expect((await get(other, SHOW, { id: bookings[0].id })).booking).toBeNull();
    }
    for (const other of [await staff('desk', propertyId), await operator(), await pms('machine', propertyId)]) {
      expect(await show(other, id)).toMatchObject({ id, contact: { name: 'Charles Babbage' } });
    }
    expect(await show(user, crypto.randomUUID())).toBeNull();
    expect((await errorOf(user, CANCEL_GROUP, { id, waiveFee: true })).errorType).toBe('InvalidInput');
    expect((await errorOf(null, GROUP, { id })).errorType).toBe('Unauthorized');
    expect((await errorOf(await pms('machine', propertyId), CANCEL_GROUP, { id })).errorType).toBe('Unauthorized');
    expect(await sold(propertyId)).toBe('023300000');
    expect(await cancel(await staff('desk', propertyId), id, { waiveFee: true })).toMatchObject({ kept: [] });
  });

  it('book one: guests where they may book at once, staff for their properties as they see fit', async () => {
    const [onRequest, prepaid] = [await house(3, { mode: 'ON_REQUEST' }), await house(3, { payment: 'STRIPE' })];
    const desk = await staff('desk', onRequest, prepaid);
    for (const propertyId of [onRequest, prepaid]) {
      const input = groupInput(propertyId, [stay]);
      const { errorType } = await errorOf(await guest('ada'), BOOK_GROUP, { input });
      expect(errorType).toBe('InvalidState');
      expect((await book(desk, input)).bookings).toMatchObject([{ status: 'CONFIRMED' }]);
    }
    const input = groupInput(await house(), [stay]);
    expect((await errorOf(desk, BOOK_GROUP, { input })).errorType).toBe('Unauthorized');
    expect((await errorOf(await pms('machine', input.propertyId), BOOK_GROUP, { input })).errorType).toBe(
      'Unauthorized',
    );
  });
});

it('what follows a booking follows each of a group: subscribers, PMS, history', async () => {
  const propertyId = await newPmsProperty(simulator, 'WEBHOOK', { from, to });
  const user = await guest('ada');
  const live = await subscribe(user, 'subscription { onMyBookingChanged { id groupId status } }');
  const { id, bookings } = await book(user, groupInput(propertyId, [stay, stay, stay]));
  const ids = bookings.map((booking: { id: string }) => booking.id).sort();
  const heard = [await live.next(), await live.next(), await live.next()] as { id: string }[];
  live.stop();
  expect(heard.map((booking) => booking.id).sort()).toEqual(ids);
  for (const booking of heard) expect(booking).toMatchObject({ groupId: id, status: 'CONFIRMED' });
  await drained();
  for (const bookingId of ids) expect(await syncOf(bookingId)).toMatchObject({ state: 'SYNCED', acknowledged: 1 });
  const pool = historyPool();
  const rows = await recordedOf(pool, ...ids);
  await pool.end();
  expect(rows.map((row) => [row.booking_id, row.event_type])).toEqual(ids.map((one: string) => [one, 'BOOKED']));
  for (const { state } of rows) {
    const told: unknown = typeof state === 'string' ? JSON.parse(state) : state;
    expect(told).toMatchObject({ groupId: id, units: 1 });
  }
});
