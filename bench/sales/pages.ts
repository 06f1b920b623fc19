import { type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { CalendarPage } from '../../core/portable/items/calendarPage.ts';
import type { Stay } from '../../core/portable/sale/stay.ts';
import type { Demand, Target } from '../generator/job.ts';
import { drawFrom, drawStay } from './draw.ts';

/** All calendar pages of the target's property. @throws when it has none */
export async function readPages(client: DynamoDBClient, { tables, propertyId }: Target): Promise<CalendarPage[]> {
  const pages: CalendarPage[] = [];
  const query = {
    TableName: tables.inventory,
    KeyConditionExpression: 'property_id = :p',
    ExpressionAttributeValues: { ':p': { S: propertyId } },
  };
  for await (const answer of paginateQuery({ client }, query)) {
    pages.push(...(answer.Items ?? []).map((item) => unmarshall(item) as CalendarPage));
  }
  if (pages.length === 0) throw new Error(`${propertyId} has no calendar pages to sell from.`);
  return pages;
}

export type PageStay = { page: CalendarPage; roomTypeId: string; stay: Stay };

/** A stay somewhere on one of the pages. */
export function drawPageStay(pages: CalendarPage[], demand: Demand): PageStay {
  const page = drawFrom(pages);
  const [month = '', roomTypeId = ''] = page.page.split('#');
  return { page, roomTypeId, stay: drawStay(month, page.rate.length, demand) };
}
