import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { overbookedNights } from '../../core/overbooking/overbookedNight.ts';
import { pageKey } from '../../core/portable/items/calendarPage.ts';
import type { Refusal } from '../../core/portable/errors.ts';
import { documents } from '../shared/dynamodb/documentClient.ts';
import { plainPage } from '../shared/dynamodb/plainPage.ts';
import { tellRecord } from '../shared/overbookings/tellRecord.ts';
import { config } from './config.ts';
import type { Job } from './job.ts';

/** After units came back: tells the record how the night is now, so that the answer says so. */
export async function noteNight({ night, origin }: Job): Promise<{ refusal: Refusal } | null> {
  const Key = { property_id: night.property_id, page: pageKey(night.date.slice(0, 7), night.room_type_id) };
  const { Item } = await documents.send(
    new GetCommand({ TableName: config.inventoryTable, Key, ConsistentRead: true }),
  );
  if (!Item) return null;
  const page = plainPage(Item);
  const roomType = origin.roomTypes.find(({ room_type_id }) => room_type_id === night.room_type_id);
  const short = overbookedNights(page, roomType?.oversell_allowance ?? 0).find(({ date }) => date === night.date);
  const seen = { page_version: page.version, at: new Date().toISOString() };
  const told = await tellRecord(
    config.operationsTable,
    night,
    short ? { type: 'DETECT', night: short, ...seen } : { type: 'CLEAR', ...seen },
  );
  return 'refusal' in told ? told : null;
}
