import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { CalendarPage } from '../../core/portable/items/calendarPage.ts';

/** A sale of two nights of each page, as the stream tells of it: one record for each. */
export function saleEvent(pages: CalendarPage[], version: number): DynamoDBStreamEvent {
  return { Records: pages.map((page, at) => record({ ...page, version }, sold(page, version), at)) };
}

function sold(page: CalendarPage, version: number): CalendarPage {
  const night = version % (page.total_units.length - 1);
  const available = page.available_units.map((units, at) => (at === night || at === night + 1 ? units - 1 : units));
  return { ...page, version: version + 1, available_units: available };
}

function record(before: CalendarPage, after: CalendarPage, sequence: number): DynamoDBRecord {
  const { property_id, page } = after;
  return {
    eventName: 'MODIFY',
    eventSourceARN: 'arn:aws:dynamodb:eu-west-1:000000000000:table/Inventory/stream/1',
    dynamodb: {
      Keys: image({ property_id, page }),
      OldImage: image(stored(before)),
      NewImage: image(stored(after)),
      SequenceNumber: String(sequence),
    },
  };
}

/** Sets of numbers are sets in the table. */
function stored(page: CalendarPage): object {
  const { closed_to_arrival: nights } = page;
  return nights ? { ...page, closed_to_arrival: new Set(nights) } : page;
}

type Image = NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>;

const image = (item: object): Image => marshall(item) as Image;
