import { randomUUID } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { ask, get, guest, metric, operator, pms, staff, type User } from '../../support/cloud/cloud.ts';
import { monthAhead, plusDays } from '../../support/data/days.ts';
import { BOOKING, CANCEL } from '../../support/api/operations.ts';
import {
  bookedId,
  lowerTotal,
  OVERBOOKINGS,
  type Overbooking,
  overbookingsOf,
} from '../../support/data/overbookings.ts';
import { grid, newProperty } from '../../support/data/property.ts';
import { heardUntil, subscribe } from '../../support/api/subscribe.ts';

/** Two nights over a month end. */
const from = plusDays(monthAhead(4), -1);
const to = plusDays(from, 2);
const stay = { arrival: from, departure: to };
const WAIT_MS = 60_000;
vi.setConfig({ testTimeout: 180_000 });

const ladder = [
  { id: 'DLX', rank: 1 },
  { id: 'SUP', rank: 2 },
  { id: 'STE', rank: 3 },
];

/** Waits until every overbooking of the property is so. */
function until(propertyId: string, isSo: (all: Overbooking[]) => boolean): Promise<Overbooking[]> {
  return vi.waitFor(
    async () => {
      const all = await overbookingsOf(propertyId);
      expect(isSo(all), JSON.stringify(all)).toBe(true);
      return all;
    },
    { timeout: WAIT_MS, interval: 20 },
  );
}

const areAll = (status: Overbooking['status'], count: number) => (all: Overbooking[]) =>
  all.length === count && all.every((each) => each.status === status);

async function bookingOf(id: string) {
  const query = BOOKING.replace('createdAt', 'reassignedFrom cancelReason createdAt');
  return (await get(await operator(), query, { id })).booking;
}

describe('a channel that sells more than there is', () => {
  it('is detected, the newest guest has a better room for the same price, and all who watch are told', async () => {
    const propertyId = await newProperty({ from, to, total: 2, roomTypes: ladder });
    const [ada, desk] = [await guest('ada-over'), await staff('desk-over', propertyId)];
    const first = await bookedId(ada, { propertyId, ...stay });
    const second = await bookedId(ada, { propertyId, ...stay });
    const feed = await subscribe(
      desk,
      'subscription S($id: ID) { onOverbooking(propertyId: $id) { id date status shortfall version } }',
      { id: propertyId },
    );
    const before = await metric('OverbookingDetected');
    const began = performance.now();
    await lowerTotal({ propertyId, from, to, total: 1 });
    const lowered = performance.now();
    await until(propertyId, (all) => all.length === 2);
    const detected = performance.now();
    const resolved = await until(propertyId, areAll('RESOLVED', 2));
    const moved = performance.now();
    console.log(
      `lowered in ${Math.round(lowered - began)} ms, detected ${Math.round(detected - lowered)} ms and ` +
        `moved ${Math.round(moved - lowered)} ms after it`,
    );
    for (const { resolution, moves } of resolved) {
      expect(resolution).toMatchObject({ by: 'MOVES' });
      expect(moves).toEqual([{ bookingId: second, from: 'DLX', to: 'SUP', walkedTo: null, movedBy: null }]);
    }
    expect(await bookingOf(second)).toMatchObject({
      status: 'CONFIRMED',
      roomTypeId: 'SUP',
      reassignedFrom: 'DLX',
      totalPrice: { amount: 20_000 },
      version: 2,
    });
    expect(await bookingOf(first)).toMatchObject({ roomTypeId: 'DLX', version: 1 });
    expect(await grid(propertyId, from, to)).toMatchObject([
      { available: 0, sold: 1 },
      { available: 0, sold: 1 },
    ]);
    expect(await grid(propertyId, from, to, 'SUP')).toMatchObject([
      { available: 1, sold: 1 },
      { available: 1, sold: 1 },
    ]);
    const resolvedNights = new Set<string>();
    const isLast = ({ date, status }: Overbooking) =>
      status === 'RESOLVED' && resolvedNights.add(date).size === resolved.length;
    expect((await heardUntil(feed, isLast)).map(({ status }) => status)).toContain('DETECTED');
    feed.stop();
    const sum = async (name: string) => (await metric(name))?.sum ?? 0;
    const counted = async () => (await sum('OverbookingDetected')) - (before?.sum ?? 0);
    await expect.poll(counted, { timeout: WAIT_MS }).toBeGreaterThanOrEqual(2);
    await expect.poll(() => sum('HotConflictsDetected'), { timeout: WAIT_MS }).toBeGreaterThan(0);
  });

  it('is one record a night however often its page is written', async () => {
    const propertyId = await newProperty({ from, to, total: 3 });
    const ada = await guest('ada-once');
    for (let sold = 0; sold < 3; sold++) await bookedId(ada, { propertyId, ...stay });
    await Promise.all([1, 2, 1].map((total) => lowerTotal({ propertyId, from, to, total })));
    await lowerTotal({ propertyId, from, to, total: 0 });
    const isThree = ({ shortfall }: Overbooking) => shortfall === 3;
    const all = await until(propertyId, (each) => areAll('ESCALATED', 2)(each) && each.every(isThree));
    expect(all.map(({ date }) => date)).toEqual([from, plusDays(from, 1)]);
  });

  it('comes right by itself when units come back', async () => {
    const propertyId = await newProperty({ from, to, total: 1 });
    const ada = await guest('ada-back');
    const id = await bookedId(ada, { propertyId, ...stay });
    await lowerTotal({ propertyId, from, to, total: 0 });
    await until(propertyId, areAll('ESCALATED', 2));
    await get(ada, CANCEL, { id });
    const all = await until(propertyId, areAll('RESOLVED', 2));
    expect(all.map(({ resolution, shortfall }) => [resolution?.by, shortfall])).toEqual([
      ['ITSELF', 0],
      ['ITSELF', 0],
    ]);
  });

  it('is nobody’s matter within the allowance of the room type', async () => {
    const propertyId = await newProperty({ from, to, total: 2, roomTypes: [{ oversellAllowance: 1 }] });
    const ada = await guest('ada-allowed');
    for (let sold = 0; sold < 2; sold++) await bookedId(ada, { propertyId, ...stay });
    await lowerTotal({ propertyId, from, to, total: 1 });
    await lowerTotal({ propertyId, from, to: plusDays(from, 1), total: 0 });
    const all = await until(propertyId, (each) => each.length > 0);
    expect(all).toMatchObject([{ date: from, shortfall: 1 }]);
  });
});

it('what cannot be moved goes to staff, with sister properties that could take the guest, nearest first', async () => {
  const groupId = `group-${randomUUID()}`;
  const place = (latitude: number) => ({ groupId, location: { latitude, longitude: -8.6 } });
  const [propertyId, far, near, full] = [
    await newProperty({ from, to, total: 1, ...place(41.15) }),
    await newProperty({ from, to, total: 1, ...place(41.35) }),
    await newProperty({ from, to, total: 1, rate: 12_000, ...place(41.16) }),
    await newProperty({ from, to, total: 0, ...place(41.15) }),
  ];
  const id = await bookedId(await guest('ada-stuck'), { propertyId, ...stay });
  const alerted = (await metric('StaffAlerted'))?.sum ?? 0;
  await lowerTotal({ propertyId, from, to: plusDays(from, 1), total: 0 });
  const [night] = await until(propertyId, areAll('ESCALATED', 1));
  expect(night.proposals).toEqual([
    { bookingId: id, propertyId: near, roomTypeId: 'DLX', distanceKm: 1.1, price: { amount: 24_000, currency: 'EUR' } },
    { bookingId: id, propertyId: far, roomTypeId: 'DLX', distanceKm: 22.2, price: { amount: 20_000, currency: 'EUR' } },
  ]);
  expect(night.proposals.map(({ propertyId: sister }) => sister)).not.toContain(full);
  await vi.waitFor(async () => expect((await metric('StaffAlerted'))!.sum).toBeGreaterThan(alerted), WAIT_MS);
  await vi.waitFor(async () => expect((await metric('UnresolvedOverbookings'))!.last).toBeGreaterThan(0), WAIT_MS);
});

/** At all properties, page by page. */
async function escalatedIds(user: User): Promise<string[]> {
  const ids: string[] = [];
  let nextToken: string | null = null;
  do {
    const { overbookings } = await get(user, OVERBOOKINGS, { status: 'ESCALATED', limit: 100, nextToken });
    ids.push(...overbookings.items.map(({ id }: Overbooking) => id));
    nextToken = overbookings.nextToken;
  } while (nextToken);
  return ids;
}

describe('who may look', () => {
  it('is staff of the property, and operators at all of them', async () => {
    const propertyId = await newProperty({ from, to, total: 1 });
    await bookedId(await guest('ada-look'), { propertyId, ...stay });
    await lowerTotal({ propertyId, from, to: plusDays(from, 1), total: 0 });
    const [night] = await until(propertyId, areAll('ESCALATED', 1));
    const [desk, other] = [await staff('desk-look', propertyId), await staff('other-look', 'elsewhere')];
    const [machine, ada, olga] = [await pms('pms-look', propertyId), await guest('ada-look'), await operator()];
    expect((await get(desk, OVERBOOKINGS, { propertyId })).overbookings.items).toMatchObject([{ id: night.id }]);
    expect((await get(desk, OVERBOOKINGS, { propertyId, status: 'RESOLVED' })).overbookings.items).toEqual([]);
    for (const user of [other, machine, ada, null])
      expect((await ask(user, OVERBOOKINGS, { propertyId })).errors).toMatchObject([{ errorType: 'Unauthorized' }]);
    for (const user of [desk, machine, ada])
      expect((await ask(user, OVERBOOKINGS)).errors).toMatchObject([{ errorType: 'Unauthorized' }]);
    await vi.waitFor(async () => expect(await escalatedIds(olga)).toContain(night.id), WAIT_MS);
  });

  it('holds for subscribers too', async () => {
    const propertyId = await newProperty({ from, to, total: 1 });
    const query = 'subscription S($id: ID) { onOverbooking(propertyId: $id) { id propertyId status } }';
    const [desk, other] = [await staff('desk-sub', propertyId), await staff('other-sub', 'elsewhere')];
    await expect(subscribe(other, query, { id: propertyId })).rejects.toThrow(/Unauthorized/);
    await expect(subscribe(desk, query, { id: null })).rejects.toThrow(/Unauthorized/);
    await expect(subscribe(desk, 'subscription { onOverbooking { id } }')).rejects.toThrow(/Unauthorized/);
    const everything = await subscribe(await operator(), query, { id: null });
    await bookedId(await guest('ada-sub'), { propertyId, ...stay });
    await lowerTotal({ propertyId, from, to: plusDays(from, 1), total: 0 });
    const ids = new Set<string>();
    while (!ids.has(propertyId)) ids.add(((await everything.next()) as { propertyId: string }).propertyId);
    expect(ids).toContain(propertyId);
    everything.stop();
  });
});
