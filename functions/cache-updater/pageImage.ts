import type { DynamoDBRecord } from 'aws-lambda';
import type { CalendarPage } from '../../core/portable/items/calendarPage.ts';

type Image = NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['NewImage']>;

/**
 * A page from the stream's image of it, with what the cache and subscribers need. By hand, as the SDK's conversion of
 * any item takes longer than all else that is done for a record. What is missing stays undefined: checked is the page.
 */
export function pageImage(image: Image): CalendarPage {
  const text = (name: string) => image[name]?.S as string;
  const list = (name: string) => image[name]?.L?.map(({ N }) => Number(N)) as number[];
  const set = (name: string) => image[name]?.NS?.map(Number);
  return {
    property_id: text('property_id'),
    page: text('page'),
    version: Number(image.version?.N),
    total_units: list('total_units'),
    available_units: list('available_units'),
    reserved_units: list('reserved_units'),
    rate: list('rate'),
    min_stay: list('min_stay'),
    closed: set('closed'),
    closed_to_arrival: set('closed_to_arrival'),
    closed_to_departure: set('closed_to_departure'),
    updated_at: text('updated_at'),
    expiry_time: Number(image.expiry_time?.N),
  };
}
