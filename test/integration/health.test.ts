import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { PMS_LISTING, pmsStateKey, RECONCILIATION_PARTITION } from '../../core/portable/operations.ts';
import { LOCAL_ADMINISTRATOR } from '../../local/iam/administrator.ts';
import { ask, cloud, get, guest, mariaDb, operator, pms, redis, staff } from '../support/cloud.ts';

const HEALTH = `{
  health {
    status checkedAt openCircuits lastReconciliation
    parts { name status latencyMs message }
    consumers { name source status lagSeconds waiting inFlight deadLetters message }
  }
}`;
const WAIT_MS = 30_000;

type Standing = { name: string; status: string; message: string | null };
type Health = { status: string; openCircuits: number; parts: Standing[]; consumers: Standing[] };

const health = async (): Promise<Health> => (await get(await operator(), HEALTH)).health;
const named = (all: Standing[], name: string): Standing | undefined => all.find((one) => one.name === name);

/** Asks until the part stands like this. @throws when it does not in time */
async function until(part: string, status: string): Promise<Health> {
  const end = Date.now() + WAIT_MS;
  while (Date.now() < end) {
    const state = await health();
    if (named(state.parts, part)?.status === status) return state;
  }
  throw new Error(`${part} was not ${status} within ${WAIT_MS} ms.`);
}

it('names every part and consumer, with latency, lag and dead letters', async () => {
  const state = await health();
  expect(state.parts.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'Inventory table',
      'Bookings table',
      'Catalog table',
      'Operations table',
      'Page cache',
      'Audit database',
      'BookingEvents topic',
      'Metrics',
    ]),
  );
  expect(state.parts.filter(({ status }) => status !== 'OK')).toEqual([]);
  const all = [...state.parts, ...state.consumers];
  expect(state.status).toBe(all.every(({ status }) => status === 'OK') ? 'OK' : 'DEGRADED');
  expect(named(state.consumers, 'bookingEvents.Bookings')).toMatchObject({
    source: 'STREAM',
    waiting: null,
    lagSeconds: expect.any(Number),
    deadLetters: expect.any(Number),
  });
  expect(named(state.consumers, 'Audit')).toMatchObject({ source: 'QUEUE', waiting: expect.any(Number) });
});

it('is for staff and operators', async () => {
  expect((await get(await staff('s', 'p'), '{ health { status } }')).health.status).toMatch(/OK|DEGRADED/);
  for (const user of [await guest('g'), await pms('m', 'p'), null]) {
    expect((await ask(user, '{ health { status } }')).errors).toMatchObject([{ errorType: 'Unauthorized' }]);
  }
});

describe.each([
  ['Redis', redis, 'Page cache'],
  ['MariaDB', mariaDb, 'Audit database'],
] as const)('when %s is gone', (_, engine, part) => {
  it(`${part} is DOWN and the service DEGRADED, until it is back`, async () => {
    await until(part, 'OK');
    await engine.kill();
    try {
      const state = await until(part, 'DOWN');
      expect(state.status).toBe('DEGRADED');
      expect(named(state.parts, part)?.message).toMatch(/\w{3}/);
      expect(named(state.parts, 'Bookings table')?.status).toBe('OK');
    } finally {
      await engine.restart();
    }
    await until(part, 'OK');
  });
});

it('counts open circuits and shows the newest reconciliation run as they are recorded', async () => {
  const client = new DynamoDBClient({
    endpoint: cloud.endpointUrl,
    region: cloud.region,
    credentials: LOCAL_ADMINISTRATOR,
  });
  const documents = DynamoDBDocumentClient.from(client);
  const before = await health();
  const id = `health-${crypto.randomUUID()}`;
  const circuits = ['OPEN', 'HALF_OPEN', 'CLOSED'].map((circuit) => {
    const propertyId = `${id}-${circuit}`;
    return { ...pmsStateKey(propertyId), listing: PMS_LISTING, listing_key: `${circuit}#${propertyId}` };
  });
  // Later than any run that is made while the tests go on.
  const run = { pk: RECONCILIATION_PARTITION, sk: `9999-${id}`, pages: 12, drift: 0 };
  const items = [...circuits, run];
  const TableName = cloud.tables.Operations;
  for (const Item of items) await documents.send(new PutCommand({ TableName, Item }));
  try {
    const { openCircuits, lastReconciliation } = (await get(await operator(), HEALTH)).health;
    expect(openCircuits).toBe(before.openCircuits + 2);
    expect(JSON.parse(lastReconciliation)).toEqual(run);
  } finally {
    for (const { pk, sk } of items) await documents.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
  }
});
