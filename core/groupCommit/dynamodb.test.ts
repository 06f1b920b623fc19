import { CreateTableCommand, DynamoDBClient, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type DynamoDbEngine, startDynamoDb } from '../../local/engines/dynamodb.ts';
import type { CalendarPage } from '../portable/items/calendarPage.ts';
import { afterConflict, type CancellationReason } from './afterConflict.ts';
import type { Commit } from './commit.ts';
import { planGroup } from './planGroup.ts';
import { hotel, page, request, TABLES } from './testing/fixtures.ts';
import { refusalWrite, transactItems } from './transactItems.ts';

const NOW = Date.parse('2027-01-01T10:00:00Z');
const FLAGS = ['closed', 'closed_to_arrival', 'closed_to_departure'] as const;

let engine: DynamoDbEngine;
let client: DynamoDBDocumentClient;

beforeAll(async () => {
  engine = await startDynamoDb({ dataFolder: null, heapMiB: 128 });
  client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: engine.url,
      region: 'eu-west-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    }),
  );
  await createTable(TABLES.inventory, 'property_id', 'page');
  await createTable(TABLES.bookings, 'booking_id');
}, 60_000);

afterAll(async () => {
  client?.destroy();
  await engine?.stop();
});

async function createTable(TableName: string, ...keys: string[]): Promise<void> {
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: keys.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: keys.map((AttributeName, at) => ({ AttributeName, KeyType: at === 0 ? 'HASH' : 'RANGE' })),
    }),
  );
}

/** DynamoDB knows no empty set. */
async function putPage({ closed, closed_to_arrival, closed_to_departure, ...stored }: CalendarPage): Promise<void> {
  const sets = Object.entries({ closed, closed_to_arrival, closed_to_departure })
    .filter(([, nights]) => nights?.length)
    .map(([flag, nights]) => [flag, new Set(nights)]);
  const Item = { ...stored, ...Object.fromEntries(sets) };
  await client.send(new PutCommand({ TableName: TABLES.inventory, Item }));
}

function plain(item: Record<string, unknown>): CalendarPage {
  const lists = FLAGS.flatMap((flag) => (item[flag] ? [[flag, [...(item[flag] as Set<number>)].sort(byNumber)]] : []));
  return { ...item, ...Object.fromEntries(lists) } as CalendarPage;
}

const byNumber = (a: number, b: number) => a - b;

async function getPage(month: string): Promise<CalendarPage> {
  const Key = { property_id: 'p', page: `${month}#DLX` };
  return plain((await client.send(new GetCommand({ TableName: TABLES.inventory, Key }))).Item!);
}

async function queue(ids: string[]): Promise<void> {
  for (const booking_id of ids) {
    await client.send(
      new PutCommand({ TableName: TABLES.bookings, Item: { booking_id, status: 'QUEUED', version: 1 } }),
    );
  }
}

async function getBooking(booking_id: string) {
  return (await client.send(new GetCommand({ TableName: TABLES.bookings, Key: { booking_id } }))).Item!;
}

/** The reasons where the transaction was cancelled; null where it was done. */
async function send(commit: Commit): Promise<CancellationReason[] | null> {
  try {
    await client.send(new TransactWriteCommand({ TransactItems: transactItems(commit, TABLES, NOW) }));
    return null;
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    return error.CancellationReasons!.map(({ Code, Item }) => ({
      code: Code!,
      page: Item ? plain(unmarshall(Item)) : null,
    }));
  }
}

const MONTHS = ['2027-03', '2027-04', '2027-05', '2027-06'];
const date = (day: number) => new Date(Date.UTC(2027, 2, 1 + day)).toISOString().slice(0, 10);

it('DynamoDB takes 90 bookings over four whole months with restrictions in one transaction', async () => {
  const flags = { closed: [], closed_to_arrival: [29], closed_to_departure: [28] };
  const pages = MONTHS.map((month) => page(month, 99, flags));
  await Promise.all(pages.map(putPage));
  const ids = Array.from({ length: 90 }, (_, at) => `b${at}`);
  await queue(ids);
  const free = (day: number) => ![29, 30].includes(Number(date(day).slice(8)));
  const days = Array.from({ length: 121 }, (_, day) => day).filter((day) => free(day) && free(day + 1));
  const long = request('b0', date(20), date(110));
  const requests = [long, ...ids.slice(1).map((id, at) => request(id, date(days[at]), date(days[at] + 1)))];
  const { commits, refusals, later } = planGroup(requests, hotel(pages));
  expect([commits.length, refusals, later]).toEqual([1, [], []]);
  expect(await send(commits[0])).toBeNull();

  const march = await getPage('2027-03');
  expect(march.available_units.slice(0, 4)).toEqual([98, 98, 98, 98]);
  expect(march.available_units.slice(25)).toEqual([97, 97, 98, 98, 98, 97]);
  expect(march).toMatchObject({ version: 2, updated_at: '2027-01-01T10:00:00.000Z', closed_to_arrival: [29] });
  expect(march.hot_until).toBeGreaterThan(NOW);
  expect(await getBooking('b0')).toMatchObject({
    status: 'CONFIRMED',
    version: 2,
    nightly_rates: new Array(90).fill(100),
    total_amount: 9000,
  });
});

describe('a commit that no longer holds', () => {
  const restricted = { closed: [20, 3], closed_to_arrival: [21], closed_to_departure: [22] };
  const march = page('2027-03', 5, restricted);
  const stays = [request('a', '2027-03-30', '2027-04-01'), request('b', '2027-03-05', '2027-03-08', { units: 3 })];
  const [commit] = planGroup(stays, hotel([march], 1)).commits;

  beforeEach(async () => {
    await putPage(march);
    await putPage(page('2027-04', 1));
    await queue(['a', 'b']);
  });

  it('is done while it holds, whatever other nights were sold', async () => {
    await putPage({ ...march, available_units: march.available_units.with(4, 2).with(10, 0), version: 9 });
    expect(await send(commit)).toBeNull();
    const stored = await getPage('2027-03');
    expect([4, 5, 10, 29].map((night) => stored.available_units[night])).toEqual([-1, 2, 0, 4]);
    expect(stored.version).toBe(10);
  });

  it.each<[string, Partial<CalendarPage>]>([
    ['units', { available_units: march.available_units.with(4, 1) }],
    ['rate', { rate: march.rate.with(29, 101) }],
    ['stop sell', { closed: [3, 5, 20] }],
    ['stop sell lifted', { closed: [] }],
    ['minimum stay', { min_stay: march.min_stay.with(4, 4) }],
    ['closure to arrival', { closed_to_arrival: [4, 21] }],
    ['closure to departure', { closed_to_departure: [7, 22] }],
  ])('is cancelled by a change of %s, and brings the page', async (_, change) => {
    await putPage({ ...march, ...change, version: 2 });
    const reasons = (await send(commit))!;
    expect(reasons.map(({ code }) => code)).toEqual(['ConditionalCheckFailed', 'None', 'None', 'None']);
    const pages = [await getPage('2027-03')];
    expect(afterConflict(commit, reasons, [march])).toEqual({ kind: 'replan', settled: [], failed: [], pages });
    expect((await getBooking('a')).status).toBe('QUEUED');
  });

  it('is cancelled by a closure of the departure day on a page of its own', async () => {
    const april = page('2027-04', 1, { closed_to_departure: [0] });
    await putPage(april);
    expect(afterConflict(commit, (await send(commit))!, [march])).toMatchObject({ pages: [march, april] });
  });

  it('is cancelled where it was done before, naming who is settled', async () => {
    expect(await send(commit)).toBeNull();
    const again = afterConflict(commit, (await send(commit))!, [march]);
    expect(again).toMatchObject({ kind: 'replan', settled: ['a', 'b'], failed: [] });
    expect((await getPage('2027-03')).version).toBe(2);
  });
});

it('a refusal is written once, and never over a confirmation', async () => {
  await queue(['a']);
  const refused = {
    request: request('a', '2027-03-05', '2027-03-06'),
    refusal: { type: 'SoldOut', message: 'No.' },
  } as const;
  await client.send(new UpdateCommand(refusalWrite(refused, TABLES, NOW)));
  expect(await getBooking('a')).toEqual({
    booking_id: 'a',
    status: 'REFUSED',
    refusal_type: 'SoldOut',
    refusal_message: 'No.',
    version: 2,
    updated_at: '2027-01-01T10:00:00.000Z',
  });
  await expect(client.send(new UpdateCommand(refusalWrite(refused, TABLES, NOW)))).rejects.toThrow('conditional');
});
