import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it, vi } from 'vitest';
import { pageKey } from '../../../core/portable/items/calendarPage.ts';
import { ask, cloud, get, guest } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { BOOK, CANCEL } from '../../support/api/operations.ts';
import { grid, newProperty } from '../../support/data/property.ts';
import { conflictsOf, reconcile, runsSince } from '../../support/parts/reconciliation.ts';
import { stayInput } from '../../support/data/stay.ts';
import { documents } from '../../support/data/tables.ts';

const from = monthAhead(2);
const to = plusDays(from, 20);
// Before a test's own run there may be one of the clock.
vi.setConfig({ testTimeout: 180_000 });

/** Writes stock past all rules: a night's `available` changes by `by`, and nothing tells of it. */
async function tamper(propertyId: string, index: number, by: number, writtenAt: Date): Promise<void> {
  await documents.send(
    new UpdateCommand({
      TableName: cloud.tables.Inventory,
      Key: { property_id: propertyId, page: pageKey(from.slice(0, 7), 'DLX') },
      UpdateExpression: `SET #a[${index}] = #a[${index}] + :by, #t = :at`,
      ExpressionAttributeNames: { '#a': 'available_units', '#t': 'updated_at' },
      ExpressionAttributeValues: { ':by': by, ':at': writtenAt.toISOString() },
    }),
  );
}

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);

async function booked(units: number) {
  const propertyId = await newProperty({ from, to, total: 5 });
  const input = stayInput({ propertyId, arrival: plusDays(from, 2), departure: plusDays(from, 5), units });
  await get(await guest('ada-stock'), BOOK, { input });
  return propertyId;
}

it('a night that would sell units that bookings hold is found and lowered to what they prove', async () => {
  const propertyId = await booked(3);
  const before = new Date().toISOString();
  await tamper(propertyId, 3, 2, ago(0));
  // The run by the clock may have come first.
  await reconcile();
  const nights = await grid(propertyId, plusDays(from, 2), plusDays(from, 5));
  expect(nights.map(({ available, sold }) => [available, sold])).toEqual([
    [2, 3],
    [2, 3],
    [2, 3],
  ]);
  const conflicts = await conflictsOf(propertyId);
  expect(conflicts).toMatchObject([
    {
      roomTypeId: 'DLX',
      pageVersion: 2,
      nights: [{ date: plusDays(from, 3), soldByCalendar: 1, soldByBookings: 3 }],
      corrected: true,
    },
  ]);
  const run = (await runsSince(before)).find(({ id }) => id === conflicts[0].runId);
  expect(run?.conflicts).toBeGreaterThanOrEqual(1);
  await reconcile();
  expect(await conflictsOf(propertyId)).toHaveLength(1);
});

it('units that no booking was found for are told of and left as they are', async () => {
  const propertyId = await booked(1);
  await tamper(propertyId, 10, -2, ago(90));
  const first = await reconcile();
  const [found, ...more] = await conflictsOf(propertyId);
  expect(more).toEqual([]);
  const night = { date: plusDays(from, 10), soldByCalendar: 2, soldByBookings: 0 };
  expect(found).toMatchObject({ nights: [night], corrected: false });
  // The clock may have begun another run since. Ids are in the order of time.
  expect(found.runId >= first.id).toBe(true);
  expect((await grid(propertyId, from, to))[10]).toMatchObject({ available: 3, sold: 2 });
  // Seen again, it is the same conflict.
  const second = await reconcile();
  const [conflict, ...others] = await conflictsOf(propertyId);
  expect(others).toEqual([]);
  expect(conflict.runId >= second.id).toBe(true);
  expect(conflict.foundAt < conflict.seenAt).toBe(true);
});

it('a page that lacks units and was written just now is left to a later run, as the index may lag', async () => {
  const propertyId = await booked(1);
  // However long the run has to wait for another one, it was written just now.
  await tamper(propertyId, 10, -2, ago(-120));
  await reconcile();
  expect(await conflictsOf(propertyId)).toEqual([]);
});

it('sales and cancellations under way are no conflict, and lose nothing to the check', async () => {
  const user = await guest('crowd-reconciled');
  const propertyId = await newProperty({ from, to, total: 40 });
  let isOver = false;
  const sold: string[] = [];
  const buyer = async (seed: number): Promise<void> => {
    for (let turn = seed; !isOver; turn += 1) {
      const arrival = plusDays(from, (turn * 7) % 15);
      const input = stayInput({ propertyId, arrival, departure: plusDays(arrival, 1 + (turn % 4)) });
      if ((await ask(user, BOOK, { input })).errors.length > 0) continue;
      if (turn % 3 > 0 && (await ask(user, CANCEL, { id: input.bookingId })).errors.length === 0) continue;
      sold.push(input.bookingId);
    }
  };
  const buyers = Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(buyer));
  try {
    for (let turn = 0; turn < 2 || sold.length <= 20; turn += 1) await reconcile();
  } finally {
    isOver = true;
    await buyers;
  }
  expect((await reconcile()).nightsRecomputed).toBeGreaterThan(0);
  expect(await conflictsOf(propertyId)).toEqual([]);
  for (const night of await grid(propertyId, from, to))
    expect(night.available + night.held + night.sold).toBe(night.total);
});
