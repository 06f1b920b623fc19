import { DeleteCommand, paginateQuery, PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it, vi } from 'vitest';
import {
  OPERATIONS_INDEX,
  PMS_LISTING,
  pmsStateKey,
  RECONCILIATION_PARTITION,
} from '../../../core/portable/items/operations.ts';
import { ask, cloud, get, guest, mariaDb, operator, pms, redis, staff } from '../../support/cloud/cloud.ts';
import { documents } from '../../support/data/tables.ts';

const HEALTH = `{
  health {
    status checkedAt openCircuits lastReconciliation
    parts { name status latencyMs message }
    consumers { name source status lagSeconds waiting inFlight deadLetters message }
  }
}`;
// Engines come back to the function after they are back, and each part has two seconds to answer.
const WAIT = { timeout: 60_000, interval: 100 };
vi.setConfig({ testTimeout: 180_000 });

type Standing = { name: string; status: string; message: string | null };
type Health = {
  status: string;
  openCircuits: number;
  lastReconciliation: string;
  parts: Standing[];
  consumers: Standing[];
};

const health = async (): Promise<Health> => (await get(await operator(), HEALTH)).health;
const named = (all: Standing[], name: string): Standing | undefined => all.find((one) => one.name === name);

/** Asks until it is as expected. */
const soon = (expectAll: (state: Health) => void): Promise<void> =>
  vi.waitFor(async () => expectAll(await health()), WAIT);

it('names every part and consumer, with latency, lag and dead letters', () =>
  soon((state) => {
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
  }));

it('is for staff and operators', async () => {
  const desk = await staff('s', 'p');
  const status = async () => (await get(desk, '{ health { status } }')).health.status;
  await expect.poll(status, WAIT).toMatch(/OK|DEGRADED/);
  for (const user of [await guest('g'), await pms('m', 'p'), null]) {
    expect((await ask(user, '{ health { status } }')).errors).toMatchObject([{ errorType: 'Unauthorized' }]);
  }
});

describe.each([
  ['Redis', redis, 'Page cache'],
  ['MariaDB', mariaDb, 'Audit database'],
] as const)('when %s is gone', (_, engine, part) => {
  it(`${part} is DOWN and the service DEGRADED, until it is back`, async () => {
    await soon(({ parts }) => expect(named(parts, part)?.status).toBe('OK'));
    await engine.kill();
    try {
      await soon(({ status, parts }) => {
        expect(named(parts, part)).toMatchObject({ status: 'DOWN', message: expect.stringMatching(/\w{3}/) });
        expect(status).toBe('DEGRADED');
        expect(named(parts, 'Bookings table')?.status).toBe('OK');
      });
    } finally {
      await engine.restart();
    }
    await soon(({ parts }) => expect(named(parts, part)?.status).toBe('OK'));
  });
});

it('counts open circuits and shows the newest reconciliation run as they are recorded', async () => {
  const TableName = cloud.tables.Operations;
  const id = `health-${crypto.randomUUID()}`;
  const circuits = ['OPEN', 'HALF_OPEN', 'CLOSED'].map((circuit) => {
    const propertyId = `${id}-${circuit}`;
    return { ...pmsStateKey(propertyId), listing: PMS_LISTING, listing_key: `${circuit}#${propertyId}` };
  });
  const others = async (): Promise<number> => {
    const list = {
      TableName,
      IndexName: OPERATIONS_INDEX,
      KeyConditionExpression: 'listing = :pms',
      ExpressionAttributeValues: { ':pms': PMS_LISTING },
    };
    const keys: string[] = [];
    for await (const { Items = [] } of paginateQuery({ client: documents }, list))
      keys.push(...Items.map(({ listing_key }) => String(listing_key)));
    return keys.filter((key) => /^(OPEN|HALF_OPEN)#/.test(key) && !key.includes(id)).length;
  };
  // Later than any run that is made while the tests go on.
  const run = { pk: RECONCILIATION_PARTITION, sk: `9999-${id}`, pages: 12, drift: 0 };
  const items = [...circuits, run];
  for (const Item of items) await documents.send(new PutCommand({ TableName, Item }));
  try {
    await vi.waitFor(async () => {
      const before = await others();
      const { openCircuits, lastReconciliation } = await health();
      // Those of other tests' properties may open and close meanwhile.
      expect(await others()).toBe(before);
      expect(openCircuits).toBe(before + 2);
      expect(JSON.parse(lastReconciliation)).toEqual(run);
    }, WAIT);
  } finally {
    for (const { pk, sk } of items) await documents.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
  }
});
