import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it, vi } from 'vitest';
import { waitlistKey } from '../../../core/portable/items/waitlist.ts';
import { SHOW } from '../../support/api/lifecycle.ts';
import { SET_INVENTORY } from '../../support/api/operations.ts';
import { JOIN } from '../../support/api/waitlist.ts';
import { cloud, get, staff, type User } from '../../support/cloud/cloud.ts';
import { plusDays } from '../../support/data/days.ts';
import { newProperty } from '../../support/data/property.ts';
import { stayInput } from '../../support/data/stay.ts';
import { documents } from '../../support/data/tables.ts';
import { reconcile } from '../../support/parts/reconciliation.ts';

vi.setConfig({ testTimeout: 240_000 });

const today = new Date().toISOString().slice(0, 10);
const stay = { arrival: today, departure: plusDays(today, 1) };

async function waitingAt(total: number) {
  const propertyId = await newProperty({ from: today, to: plusDays(today, 1), total, timeZone: 'UTC' });
  const desk = await staff('desk', propertyId);
  const { joinWaitlist } = await get(desk, JOIN, { input: stayInput({ propertyId, ...stay }) });
  const page = { property_id: propertyId, page: `${today.slice(0, 7)}#DLX` };
  return { propertyId, desk, page, entry: joinWaitlist as { id: string; joinedAt: string } };
}

const show = async (user: User, id: string) => (await get(user, SHOW, { id })).booking;
const markOf = async (Key: Record<string, string>): Promise<unknown> =>
  (await documents.send(new GetCommand({ TableName: cloud.tables.Inventory, Key, ConsistentRead: true }))).Item
    ?.waiting;

it('a stay that could be had, as units came free past the waiting list, is offered', async () => {
  const { propertyId, desk, page, entry } = await waitingAt(0);
  const index = Number(today.slice(8)) - 1;
  await documents.send(
    new UpdateCommand({
      TableName: cloud.tables.Inventory,
      Key: page,
      UpdateExpression: `SET available_units[${index}] = :one, total_units[${index}] = :one, #v = #v + :one`,
      ExpressionAttributeNames: { '#v': 'version' },
      ExpressionAttributeValues: { ':one': 1 },
    }),
  );
  await reconcile();
  expect(await show(desk, entry.id)).toMatchObject({ status: 'HELD', version: 2 });
  expect(await markOf(page)).toBeUndefined();
  const input = { propertyId, roomTypeId: 'DLX', from: today, to: plusDays(today, 1), total: 2 };
  const { setInventory } = await get(desk, SET_INVENTORY, { input });
  expect(setInventory[0].nights[0]).toMatchObject({ total: 2, available: 1, held: 1 });
});

it('who waits for a day that is over waits no longer, and the page keeps no mark', async () => {
  const { propertyId, desk, page, entry } = await waitingAt(0);
  const place = { property_id: propertyId, room_type_id: 'DLX', waitlisted_at: entry.joinedAt, booking_id: entry.id };
  const past = {
    UpdateExpression: 'SET arrival = :yesterday',
    ExpressionAttributeValues: { ':yesterday': plusDays(today, -1) },
  };
  const { Operations, Bookings } = cloud.tables;
  await documents.send(new UpdateCommand({ TableName: Operations, Key: waitlistKey(place), ...past }));
  await documents.send(new UpdateCommand({ TableName: Bookings, Key: { booking_id: entry.id }, ...past }));
  expect(await markOf(page)).toBeTypeOf('number');
  await reconcile();
  expect(await show(desk, entry.id)).toMatchObject({ status: 'EXPIRED', version: 2 });
  await reconcile();
  expect(await markOf(page)).toBeUndefined();
});
