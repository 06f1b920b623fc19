import { textTable } from '../client/textTable.ts';
import { hotels } from './hotels.ts';
import * as jsonNights from './jsonNights.ts';
import * as packedPages from './packedPages.ts';
import type { Clients } from './servers.ts';

/** Texts are written so many at a time. */
const SLICE = 1_000;

/** What the caches of 100 properties with 10 room types and three months take in Redis, for each room night. */
export async function memoryLines({ cluster, redis }: Clients): Promise<string[]> {
  const pages = hotels({ properties: 100, roomTypes: 10, months: 3 });
  await packedPages.write(cluster, pages);
  const ofPacked = await packedPages.bytes(redis, pages);
  const count = pages.reduce((sum, page) => sum + page.total_units.length, 0);
  const row = (title: string, bytes: number) => [title, (bytes / count).toFixed(1), (bytes / ofPacked).toFixed(1)];
  const json = async (nights: jsonNights.RoomNight[]) => {
    for (let from = 0; from < nights.length; from += SLICE)
      await jsonNights.write(redis, nights.slice(from, from + SLICE));
    const { texts, sets } = await jsonNights.bytes(redis, nights);
    await redis.flushall();
    return { texts, all: texts + sets };
  };
  const short = await json(pages.flatMap((page) => jsonNights.nightsOf(page)));
  const full = await json(pages.flatMap((page) => jsonNights.fullNightsOf(page)));
  const rows = [
    row('packed pages, with rates and restrictions', ofPacked),
    row('JSON of each night and sorted sets, without them', short.all),
    row('  of these the JSON texts alone', short.texts),
    row('JSON of each night and sorted sets, with them', full.all),
    row('  of these the JSON texts alone', full.texts),
  ];
  return [`Memory (MEMORY USAGE) of ${count} room nights`, ...textTable(['', 'bytes a night', 'to packed'], rows)];
}
