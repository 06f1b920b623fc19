import { describe, expect, it, vi } from 'vitest';
import { BOOK_GROUP, CANCEL_GROUP } from '../../support/api/groups.ts';
import { insist } from '../../support/api/insist.ts';
import { CHECK_IN, MODIFY } from '../../support/api/lifecycle.ts';
import { CANCEL } from '../../support/api/operations.ts';
import { ask, get, guest, staff } from '../../support/cloud/cloud.ts';
import { plusDays } from '../../support/data/days.ts';
import {
  book,
  cancel,
  groupInput,
  house,
  MARY,
  roomTypes,
  show,
  sold,
  stay,
  threeRooms,
} from '../../support/data/group.ts';
import { grid, newProperty } from '../../support/data/property.ts';

vi.setConfig({ testTimeout: 120_000 });

describe('cancelling a group', () => {
  const cancellation = { freeUntilDays: 365, feePercent: 10, feeNights: 0 };

  it('gives everything back, each booking for its own fee, and the same again changes nothing', async () => {
    const propertyId = await house(3, { cancellation });
    const user = await guest('ada');
    const { id, bookings } = await book(user, groupInput(propertyId, threeRooms));
    await get(user, CANCEL, { id: bookings[1].id, reason: 'One by one' });
    const made = await cancel(user, id, { reason: 'No time' });
    expect(made).toMatchObject({ kept: [], totalPrice: { amount: 0 } });
    expect(made.bookings).toMatchObject([
      { status: 'CANCELLED', version: 2, cancelReason: 'No time', cancellationFee: { amount: 6_000 } },
      { status: 'CANCELLED', version: 2, cancelReason: 'One by one', cancellationFee: { amount: 2_000 } },
      { status: 'CANCELLED', version: 2, cancellationFee: { amount: 5_000 } },
    ]);
    expect(await sold(propertyId)).toBe('000000000');
    expect(await sold(propertyId, 'STE')).toBe('000000000');
    expect(await cancel(user, id, { reason: 'Again' })).toEqual(made);
  });

  it('is done once, whoever asks at the same time', async () => {
    const propertyId = await house(4);
    const user = await guest('ada');
    const { id, bookings } = await book(user, groupInput(propertyId, threeRooms));
    await get(user, BOOK_GROUP, { input: groupInput(propertyId, [stay]) });
    const both = await Promise.all([
      ...[1, 2, 3, 4, 5].map(() => insist(() => ask(user, CANCEL_GROUP, { id }))),
      insist(() => ask(user, CANCEL, { id: bookings[0].id })),
    ]);
    for (const { errors } of both) expect([undefined, 'InvalidState']).toContain(errors[0]?.errorType);
    expect((await show(user, id)).bookings.map(({ version }: { version: number }) => version)).toEqual([2, 2, 2]);
    expect(await sold(propertyId)).toBe('011100000');
  });

  it('leaves guests who are in the house, and names them', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const nights = { arrival: today, departure: plusDays(today, 3) };
    const propertyId = await newProperty({ from: today, to: plusDays(today, 6), timeZone: 'UTC', roomTypes });
    const desk = await staff('desk', propertyId);
    const { id, bookings } = await book(desk, groupInput(propertyId, [nights, { ...nights, guest: MARY }]));
    await get(desk, CHECK_IN, { id: bookings[1].id });
    const left = await cancel(desk, id, { waiveFee: true });
    expect(left.bookings).toMatchObject([{ status: 'CANCELLED' }, { status: 'CHECKED_IN', version: 2 }]);
    const message = 'A booking that is CHECKED_IN cannot be cancelled. Check the guest out instead.';
    expect(left).toMatchObject({
      kept: [{ id: bookings[1].id, status: 'CHECKED_IN', message }],
      totalPrice: { amount: 30_000 },
    });
    expect(await cancel(desk, id)).toEqual(left);
    const stock = await grid(propertyId, today, plusDays(today, 4));
    expect(stock.map((night) => night.sold)).toEqual([1, 1, 1, 0]);
  });
});

it('a booking of a group changes like any other, and the group is cancelled with it as it is then', async () => {
  const propertyId = await house();
  const user = await guest('ada');
  const { id, bookings } = await book(user, groupInput(propertyId, threeRooms));
  const changes = { id: bookings[0].id, roomTypeId: 'STE', departure: plusDays(stay.departure, 1), guest: MARY };
  await get(user, MODIFY, { input: changes });
  expect(await sold(propertyId)).toBe('001100000');
  expect((await show(user, id)).bookings).toMatchObject([
    { roomTypeId: 'STE', version: 2, groupId: id, guest: MARY },
    { version: 1 },
    { version: 1 },
  ]);
  expect(await sold(propertyId, 'STE')).toBe('033331000');
  expect(await cancel(user, id)).toMatchObject({ kept: [] });
  expect(await sold(propertyId)).toBe('000000000');
  expect(await sold(propertyId, 'STE')).toBe('000000000');
});
