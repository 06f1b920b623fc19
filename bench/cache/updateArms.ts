import type { DynamoDBStreamEvent } from 'aws-lambda';
import type { CalendarPage } from '../../core/portable/items/calendarPage.ts';
import type { CacheArm, CacheRatio } from './arm.ts';
import { hotels } from './hotels.ts';
import * as jsonNights from './jsonNights.ts';
import * as packedPages from './packedPages.ts';
import { saleEvent } from './records.ts';
import type { Clients } from './servers.ts';

type Where = 'update' | 'updateFar';

export const updateRatios = (where: Where): CacheRatio[] => [
  {
    title: `${where}: packed batch to JSON one by one`,
    of: `${where}-packed`,
    to: `${where}-json-one`,
    aim: 10,
  },
  { title: `${where}: packed batch to JSON batch`, of: `${where}-packed`, to: `${where}-json-batch` },
];

const ROOM_TYPES = 10;
/** Records in a batch. */
const BATCH = 300;

/**
 * Sales of two nights, each in another property, as a batch of the stream tells of them: a record with a page for each
 * sale, or a record with a night for each of its nights. The event is given as text, as the runtime parses it too.
 */
export async function updateArms(where: Where, { cluster, redis }: Clients): Promise<CacheArm[]> {
  const pages = hotels({ properties: BATCH, roomTypes: ROOM_TYPES, months: 1 });
  await packedPages.write(cluster, pages);
  let version = 100;
  const arm = (
    name: string,
    title: string,
    make: (pages: CalendarPage[], version: number) => DynamoDBStreamEvent,
    update: (event: DynamoDBStreamEvent) => Promise<void>,
  ): CacheArm => ({
    name: `${where}-${name}`,
    section: where,
    title,
    prepare: () => {
      version += 1;
      const text = JSON.stringify(
        make(
          pages.filter((_, at) => at % ROOM_TYPES === version % ROOM_TYPES),
          version,
        ),
      );
      return async () => {
        const event = JSON.parse(text) as DynamoDBStreamEvent;
        await update(event);
        return event.Records.length;
      };
    },
  });
  const ofNights = (sold: CalendarPage[], at: number) => jsonNights.saleEvent(sold.slice(0, BATCH / 2), at);
  return [
    arm('packed', 'packed pages, batch', saleEvent, packedPages.updater(cluster)),
    arm('json-one', 'JSON of each night, one by one', ofNights, (event) => jsonNights.updateOneByOne(redis, event)),
    arm('json-batch', 'JSON of each night, batch', ofNights, (event) => jsonNights.updateBatch(redis, event)),
  ];
}
