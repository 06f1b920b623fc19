import { expect, it, vi } from 'vitest';
import { CANCEL_GROUP } from '../../support/api/groups.ts';
import { CHECK_IN, CONFIRM, EXTEND, HOLD, MODIFY, NO_SHOW, RELEASE } from '../../support/api/lifecycle.ts';
import { BOOK, CANCEL } from '../../support/api/operations.ts';
import { ask, get, newGuest, operator, staff } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { book, groupInput } from '../../support/data/group.ts';
import { storedBookings } from '../../support/data/line.ts';
import { grid, newProperty } from '../../support/data/property.ts';
import { stayInput } from '../../support/data/stay.ts';

vi.setConfig({ testTimeout: 120_000 });

const from = monthAhead(3);
const to = plusDays(from, 2);
const stay = { arrival: from, departure: to };
const MOVE = `mutation Move($propertyId: ID!, $from: String!, $to: String!) {
  moveHomeRegion(propertyId: $propertyId, from: $from, to: $to) { id homeRegion version }
}`;

it('no booking changes but in the home Region of its property, which may move', async () => {
  const propertyId = await newProperty({ from, to, total: 10 });
  const ada = await newGuest();
  const desk = await staff('desk', propertyId);
  const input = () => stayInput({ propertyId, ...stay });
  const sold = (await get(ada, BOOK, { input: input() })).bookRoom.id;
  const held = (await get(ada, HOLD, { input: input() })).holdRoom.id;
  const group = await book(desk, groupInput(propertyId, [stay]));
  const ids = [sold, held, group.bookings[0].id];
  const [before, nights] = [await storedBookings(ids), await grid(propertyId, from, to)];
  const olga = await operator();
  const away = { propertyId, from: 'us-west-2', to: 'eu-west-1' };
  expect((await ask(await staff('desk', propertyId), MOVE, away)).errors[0].errorType).toBe('Unauthorized');
  const moved = (await get(olga, MOVE, away)).moveHomeRegion;
  expect(moved.homeRegion).toBe('eu-west-1');
  expect((await get(olga, MOVE, away)).moveHomeRegion).toEqual(moved);
  const wrong = [{ errorType: 'WrongRegion', message: expect.stringContaining('eu-west-1') }];
  for (const [query, variables] of [
    [CANCEL, { id: sold }],
    [MODIFY, { input: { id: sold, units: 2 } }],
    [CHECK_IN, { id: sold }],
    [NO_SHOW, { id: sold }],
    [CONFIRM, { id: held }],
    [EXTEND, { id: held }],
    [RELEASE, { id: held }],
    [CANCEL_GROUP, { id: group.id }],
  ] as const) {
    expect((await ask(desk, query, variables)).errors).toMatchObject(wrong);
  }
  expect(await storedBookings(ids)).toEqual(before);
  expect(await grid(propertyId, from, to)).toEqual(nights);
  const back = { propertyId, from: 'eu-central-1', to: 'us-west-2' };
  expect((await ask(olga, MOVE, back)).errors).toMatchObject([
    { errorType: 'InvalidState', message: expect.stringContaining('eu-west-1') },
  ]);
  expect((await ask(olga, MOVE, { ...back, propertyId: 'nowhere' })).errors[0].errorType).toBe('NotFound');
  expect((await ask(olga, MOVE, { ...back, to: 'home' })).errors[0].errorType).toBe('InvalidInput');
  await get(olga, MOVE, { ...back, from: 'eu-west-1' });
  expect((await get(ada, CANCEL, { id: sold })).cancelBooking.status).toBe('CANCELLED');
});
