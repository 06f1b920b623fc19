import { afterAll, beforeAll, expect, it } from 'vitest';
import { hotels } from './hotels.ts';
import * as jsonNights from './jsonNights.ts';
import * as packedPages from './packedPages.ts';
import { saleEvent } from './records.ts';
import { type Servers, startServers } from './servers.ts';

/** Both layouts must answer the same, or the benchmark compares different work. */
let servers: Servers;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(() => servers.stop());

it.each(['near', 'far'] as const)(
  'both layouts answer the same before and after the same sales (%s)',
  async (where) => {
    const { cluster, redis } = servers[where];
    const pages = hotels({ properties: 1, roomTypes: 3, months: 1 });
    const [{ property_id: propertyId, page }] = pages;
    const month = page.slice(0, 7);
    const stay = {
      propertyId,
      roomTypeIds: ['R0', 'R1', 'R2'],
      dates: ['05', '06', '07'].map((day) => `${month}-${day}`),
    };
    const packed = async () =>
      (await packedPages.readNights(cluster, { propertyId, month, from: 4, to: 7 }))
        .flat()
        .map((night) => night.available);
    const json = (nights: jsonNights.RoomNight[]) => nights.map((night) => night.available);

    await packedPages.write(cluster, pages);
    await jsonNights.write(
      redis,
      pages.flatMap((each) => jsonNights.nightsOf(each)),
    );
    const before = await packed();
    expect(before).toHaveLength(9);
    expect(json(await jsonNights.readBatch(redis, stay))).toEqual(before);

    // Version 35 sells the nights of index 5 and 6 in a month of 31 days.
    await packedPages.updater(cluster)(saleEvent(pages, 35));
    await jsonNights.updateBatch(redis, jsonNights.saleEvent(pages, 35));
    const after = await packed();
    expect(after).toEqual(before.map((available, at) => (at % 3 === 0 ? available : available - 1)));
    expect(json(await jsonNights.readOneByOne(redis, stay))).toEqual(after);
    await redis.flushall();
  },
);
