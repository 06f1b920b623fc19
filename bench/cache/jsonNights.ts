import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Redis } from 'ioredis';
import { images } from '../../functions/shared/batch/streamImages.ts';
import type { CachedNight } from '../../core/cache/packedPage.ts';
import { type CalendarPage, has } from '../../core/portable/items/calendarPage.ts';

/*
 * What Keyrack's cache is compared with: an item, a stream record and a cached JSON text for each room night, and a
 * sorted set for each date that tells which room types have how many units. It knows neither rates nor restrictions,
 * unless they are added.
 */

/** A room night as an item of a table and, as JSON, in the cache. */
export type RoomNight = {
  propertyId: string;
  roomTypeId: string;
  date: string;
  total: number;
  available: number;
  reserved: number;
  version: number;
  updatedAt: string;
} & Partial<Pick<CachedNight, 'rate' | 'closed' | 'closedToArrival' | 'closedToDeparture' | 'minStay'>>;

const EXPIRY = Date.UTC(2099, 0) / 1000;

const keyOf = (propertyId: string, roomTypeId: string, date: string): string =>
  `availability:{${propertyId}}:${roomTypeId}:${date}`;
const indexOf = (date: string): string => `available:${date}`;
const memberOf = ({ propertyId, roomTypeId }: RoomNight): string => `${propertyId}:${roomTypeId}`;

/** The nights from..to-1 of a page. */
export function nightsOf(page: CalendarPage, from = 0, to = page.total_units.length): RoomNight[] {
  const [month, roomTypeId] = page.page.split('#');
  return page.total_units.slice(from, to).map((total, at) => ({
    propertyId: page.property_id,
    roomTypeId,
    date: `${month}-${String(from + at + 1).padStart(2, '0')}`,
    total,
    available: page.available_units[from + at],
    reserved: page.reserved_units[from + at],
    version: page.version,
    updatedAt: page.updated_at,
  }));
}

/** The same with all that a cached page knows of them. */
export const fullNightsOf = (page: CalendarPage): RoomNight[] =>
  nightsOf(page).map((night, index) => ({
    ...night,
    rate: page.rate[index],
    closed: has(page.closed, index),
    closedToArrival: has(page.closed_to_arrival, index),
    closedToDeparture: has(page.closed_to_departure, index),
    minStay: page.min_stay[index],
  }));

/** A sale of two nights of each page, as the stream tells of it: a record for each night. */
export function saleEvent(pages: CalendarPage[], version: number): DynamoDBStreamEvent {
  const night = (page: CalendarPage) => version % (page.total_units.length - 1);
  return {
    Records: pages.flatMap((page) =>
      nightsOf(page, night(page), night(page) + 2).map(
        (before, at): DynamoDBRecord => ({
          eventName: 'MODIFY',
          eventSourceARN: 'arn:aws:dynamodb:eu-west-1:000000000000:table/Inventory/stream/1',
          dynamodb: {
            Keys: marshall({ propertyId: before.propertyId, night: `${before.roomTypeId}#${before.date}` }) as never,
            OldImage: marshall(before) as never,
            NewImage: marshall({ ...before, available: before.available - 1, version: version + 1 }) as never,
            SequenceNumber: String(at),
          },
        }),
      ),
    ),
  };
}

/** Two commands for each record, each waited for. */
export async function updateOneByOne(redis: Redis, event: DynamoDBStreamEvent): Promise<void> {
  for (const record of event.Records) {
    const night = images<RoomNight>(record).after!;
    await redis.set(keyOf(night.propertyId, night.roomTypeId, night.date), JSON.stringify(night), 'EXAT', EXPIRY);
    await redis.zadd(indexOf(night.date), night.available, memberOf(night));
  }
}

/** All commands of a batch in one round trip. */
export const updateBatch = (redis: Redis, event: DynamoDBStreamEvent): Promise<void> =>
  write(
    redis,
    event.Records.map((record) => images<RoomNight>(record).after!),
  );

/** In one round trip. */
export async function write(redis: Redis, nights: RoomNight[]): Promise<void> {
  const commands = redis.pipeline();
  for (const night of nights) {
    commands.set(keyOf(night.propertyId, night.roomTypeId, night.date), JSON.stringify(night), 'EXAT', EXPIRY);
    commands.zadd(indexOf(night.date), night.available, memberOf(night));
  }
  await commands.exec();
}

/** What is asked of the cache: a stay's nights in every room type of a property. */
export type Stay = { propertyId: string; roomTypeIds: string[]; dates: string[] };

const keysOf = ({ propertyId, roomTypeIds, dates }: Stay): string[] =>
  roomTypeIds.flatMap((roomTypeId) => dates.map((date) => keyOf(propertyId, roomTypeId, date)));

const parse = (text: string | null): RoomNight => JSON.parse(text ?? 'null') as RoomNight;

/** A command for each night, each waited for. */
export async function readOneByOne(redis: Redis, stay: Stay): Promise<RoomNight[]> {
  const nights: RoomNight[] = [];
  for (const key of keysOf(stay)) nights.push(parse(await redis.get(key)));
  return nights;
}

/** All nights by one command. */
export const readBatch = async (redis: Redis, stay: Stay): Promise<RoomNight[]> =>
  (await redis.mget(keysOf(stay))).map(parse);

/** Bytes in Redis, of the texts and of the sorted sets. */
export function bytes(redis: Redis, nights: RoomNight[]): Promise<number> {
  const keys = nights.map(({ propertyId, roomTypeId, date }) => keyOf(propertyId, roomTypeId, date));
  return memoryOf(redis, [...keys, ...new Set(nights.map(({ date }) => indexOf(date)))]);
}

/** `MEMORY USAGE` of all, with every member of a set counted. */
export async function memoryOf(redis: Redis, keys: string[]): Promise<number> {
  const commands = redis.pipeline();
  for (const key of keys) commands.memory('USAGE', key, 'SAMPLES', 0);
  const answers = (await commands.exec()) ?? [];
  return answers.reduce((sum, [, size]) => sum + Number(size), 0);
}
