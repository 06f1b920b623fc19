import { textTable } from '../client/textTable.ts';
import { hotels } from './hotels.ts';
import * as jsonNights from './jsonNights.ts';
import * as packedPages from './packedPages.ts';
import type { Clients } from './servers.ts';
import { usedMemory } from './usedMemory.ts';

/** Texts are written so many at a time. */
const SLICE = 1_000;

/** Bytes: by which the whole server grew, and of the values alone as `MEMORY USAGE` tells them. */
type Size = { grown: number; values: number };
type Layout = { title: string; write(): Promise<void>; values(): Promise<number> };

/** What the caches of 100 properties with 10 room types and three months take in Redis, for each room night. */
export async function memoryLines({ cluster, redis }: Clients): Promise<string[]> {
  const pages = hotels({ properties: 100, roomTypes: 10, months: 3 });
  const count = pages.reduce((sum, page) => sum + page.total_units.length, 0);
  const json = (title: string, nights: jsonNights.RoomNight[]): Layout => ({
    title,
    write: async () => {
      for (let from = 0; from < nights.length; from += SLICE)
        await jsonNights.write(redis, nights.slice(from, from + SLICE));
    },
    values: () => jsonNights.bytes(redis, nights),
  });
  const layouts: Layout[] = [
    {
      title: 'packed pages, with rates and restrictions',
      write: () => packedPages.write(cluster, pages),
      values: () => packedPages.bytes(redis, pages),
    },
    json(
      'JSON of each night and sorted sets, without them',
      pages.flatMap((page) => jsonNights.nightsOf(page)),
    ),
    json('JSON of each night and sorted sets, with them', pages.flatMap(jsonNights.fullNightsOf)),
  ];
  // What the server takes for its first script and connections is no part of a layout.
  await layouts[0]?.write();
  await redis.flushall();
  const sizes: Size[] = [];
  for (const { write, values } of layouts) {
    const before = await usedMemory(redis);
    await write();
    sizes.push({ grown: (await usedMemory(redis)) - before, values: await values() });
    await redis.flushall();
  }
  const [packed] = sizes as [Size, ...Size[]];
  const rows = layouts.map(({ title }, at) => {
    const { grown, values } = sizes[at] as Size;
    const cells = [grown / count, grown / packed.grown, values / count, values / packed.values];
    return [title, ...cells.map((cell) => cell.toFixed(1))];
  });
  const header = ['', 'server bytes a night', 'to packed', 'value bytes a night', 'to packed'];
  return [`Memory of ${count} room nights`, ...textTable(header, rows)];
}
