import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Pool } from 'mysql2/promise';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { queueKey } from '../../../core/portable/items/booking.ts';
import { type PmsSimulator, startPmsSimulator } from '../../../local/pms/simulator.ts';
import { cloud, drained, get, guest, mariaDb } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { historyPool, recordedOf } from '../../support/data/history.ts';
import { BOOK, BOOKING, CANCEL } from '../../support/api/operations.ts';
import { newProperty } from '../../support/data/property.ts';
import { newSecret, syncOf } from '../../support/parts/pms.ts';
import { faultsOf, reconcile, reconcileUntil, runsSince } from '../../support/parts/reconciliation.ts';
import { stayInput } from '../../support/data/stay.ts';
import { documents } from '../../support/data/tables.ts';
import { until } from '../../support/until.ts';

const from = monthAhead(2);
// Before a test's own run there may be one of the clock.
vi.setConfig({ testTimeout: 180_000 });

let pool: Pool;
let pms: PmsSimulator;
beforeAll(async () => {
  pool = historyPool();
  pms = await startPmsSimulator();
});
afterAll(() => Promise.all([pool.end(), pms.stop()]));

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

async function booked() {
  const propertyId = await newProperty({ from, to: plusDays(from, 5) });
  const input = stayInput({ propertyId, arrival: from, departure: plusDays(from, 2) });
  const ada = await guest('ada-checked');
  await get(ada, BOOK, { input });
  await drained();
  return { propertyId, id: input.bookingId, ada };
}

/** Changes an item past all rules. */
async function set(TableName: string, Key: Record<string, string>, fields: Record<string, unknown>): Promise<void> {
  const names = Object.keys(fields);
  await documents.send(
    new UpdateCommand({
      TableName,
      Key,
      UpdateExpression: `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
      ExpressionAttributeValues: Object.fromEntries(names.map((name) => [`:${name}`, fields[name]])),
    }),
  );
}

/** A version that nobody was told of: it is no higher than the last. */
const untold = async (booking_id: string) => {
  await set(cloud.tables.Bookings, { booking_id }, { version: 5 });
  await set(cloud.tables.Bookings, { booking_id }, { version: 4, updated_at: ago(200) });
  await drained();
};

/** Runs until the history has the untold version: the function's connection may just be coming back. */
const refilledBy = (id: string) =>
  until(
    'refilled version',
    async () => {
      await reconcile();
      return (await recordedOf(pool, id)).find(({ version }) => version === 4);
    },
    60_000,
  );

it('a version that the audit history lacks is written into it, once', async () => {
  const { id } = await booked();
  await untold(id);
  const refilled = await refilledBy(id);
  expect(refilled).toMatchObject({
    version: 4,
    event_type: 'CONFIRMED',
    status: 'CONFIRMED',
    source: 'RECONCILIATION',
  });
  await reconcile();
  expect(await recordedOf(pool, id)).toHaveLength(3);
});

it('while the audit database is away checks the rest, says so, and refills later', async () => {
  const { id } = await booked();
  await untold(id);
  await mariaDb.kill();
  try {
    const run = await reconcileUntil('run without other faults', (each) =>
      faultsOf(each).every((line) => line.startsWith('audit: ')),
    );
    expect(run).toMatchObject({ status: 'PARTIAL', segmentsFailed: 0, auditRefilled: 0 });
    expect(faultsOf(run)).toHaveLength(1);
    expect(run.nightsRecomputed).toBeGreaterThan(0);
  } finally {
    await mariaDb.restart();
  }
  await refilledBy(id);
});

it('a booking that the PMS has not acknowledged is sent again', async () => {
  const { propertyId, id } = await booked();
  const property = { property_id: propertyId, sk: 'PROPERTY' };
  const before = new Date().toISOString();
  // Only now does it have a PMS, which was told of nothing.
  await set(cloud.tables.Catalog, property, {
    pms_kind: 'WEBHOOK',
    pms_endpoint: pms.endpoint(propertyId, 'webhook'),
    pms_secret: await newSecret('WEBHOOK', propertyId),
  });
  // Last: a run looks at what was written since the one before it, and not at once.
  await set(cloud.tables.Bookings, { booking_id: id }, { updated_at: ago(200) });
  const reservations = () => pms.reservations(propertyId).map(({ bookingId, isActive }) => ({ bookingId, isActive }));
  // By which run does not matter: that of the clock may come first.
  await until('reservation', async () => (await reconcile()) && reservations().length > 0, 100_000);
  expect(reservations()).toEqual([{ bookingId: id, isActive: true }]);
  expect((await runsSince(before)).some(({ pmsRepushed }) => pmsRepushed >= 1)).toBe(true);
  await vi.waitFor(async () => expect(await syncOf(id)).toMatchObject({ state: 'SYNCED' }), 60_000);
});

it('a booking that waits in line and was forgotten is served', async () => {
  const { propertyId, id, ada } = await booked();
  await get(ada, CANCEL, { id });
  const waiting = { status: 'QUEUED', queue_key: queueKey(propertyId, 'DLX'), version: 3 };
  // Later than any run, so that only what follows the write could serve it.
  await set(cloud.tables.Bookings, { booking_id: id }, { ...waiting, queued_at: ago(-600) });
  await drained();
  expect((await get(ada, BOOKING, { id })).booking.status).toBe('QUEUED');
  const before = new Date().toISOString();
  await set(cloud.tables.Bookings, { booking_id: id }, { queued_at: ago(120) });
  // The run by the clock may have come first.
  await reconcile();
  expect((await runsSince(before)).some(({ queueWoken }) => queueWoken >= 1)).toBe(true);
  await until('served booking', async () => (await get(ada, BOOKING, { id })).booking.status === 'CONFIRMED');
});
