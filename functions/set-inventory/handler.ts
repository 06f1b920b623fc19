import type { RoomTypeCalendar, SetInventoryInput } from '../../generated/types.ts';
import type { Refusal } from '../../core/portable/errors.ts';
import { calendarRows } from './calendarRows.ts';
import { planPages } from './planPages.ts';
import { readRoomType } from './readRoomType.ts';
import { writePages } from './writePages.ts';

export type Event = { input: SetInventoryInput };
export type Answer = { calendar: RoomTypeCalendar } | { refusal: Refusal };

/** Plans the months, checks the room type, writes each month's page on its own and answers the nights as they are now. */
export async function handler({ input }: Event): Promise<Answer> {
  const property = await readRoomType(input);
  if ('refusal' in property) return property;
  const plan = planPages(input, property.timeZone, new Date());
  if ('refusal' in plan) return plan;
  const written = await writePages(input, plan.pages);
  if ('refusal' in written) return written;
  return { calendar: calendarRows(input, plan.pages, written.pages) };
}
