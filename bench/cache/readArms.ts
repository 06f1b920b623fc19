import { range } from '../figures/range.ts';
import type { CacheArm, CacheRatio } from './arm.ts';
import { hotels } from './hotels.ts';
import * as jsonNights from './jsonNights.ts';
import * as packedPages from './packedPages.ts';
import type { Clients } from './servers.ts';

export const READ_RATIOS: CacheRatio[] = [
  { title: 'reads: packed to JSON one by one', of: 'read-packed', to: 'read-json-one', aim: 5 },
  { title: 'reads: packed to JSON by one MGET', of: 'read-packed', to: 'read-json-mget' },
];

const ROOM_TYPES = 50;
const NIGHTS = 7;
/** Reads in one piece of work, each of another week. */
const READS = 8;

/** A week in all room types of one large property. */
export async function readArms({ cluster, redis }: Clients): Promise<CacheArm[]> {
  const pages = hotels({ properties: 1, roomTypes: ROOM_TYPES, months: 1 });
  const nights = pages.flatMap((page) => jsonNights.nightsOf(page));
  await packedPages.write(cluster, pages);
  await jsonNights.write(redis, nights);
  const [{ propertyId }] = nights;
  const month = pages[0].page.slice(0, 7);
  const roomTypeIds = range(ROOM_TYPES).map((roomType) => `R${roomType}`);
  const stay = (from: number): jsonNights.Stay => ({
    propertyId,
    roomTypeIds,
    dates: nights.slice(from, from + NIGHTS).map(({ date }) => date),
  });
  const arm = (name: string, title: string, read: (from: number) => Promise<number>): CacheArm => ({
    name,
    section: 'read',
    title,
    prepare: () => async () => {
      for (const from of range(READS)) {
        const count = await read(from);
        if (count !== ROOM_TYPES * NIGHTS) throw new Error(`${name} read ${count} nights.`);
      }
      return READS;
    },
  });
  return [
    arm('read-packed', 'packed pages', async (from) => {
      const found = await packedPages.readNights(cluster, { propertyId, month, from, to: from + NIGHTS });
      return found.flat().length;
    }),
    arm('read-json-one', 'JSON of each night, one by one', async (from) => {
      return (await jsonNights.readOneByOne(redis, stay(from))).length;
    }),
    arm('read-json-mget', 'JSON of each night, one MGET', async (from) => {
      return (await jsonNights.readBatch(redis, stay(from))).length;
    }),
  ];
}
