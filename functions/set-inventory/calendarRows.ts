import type { StoredPage } from '../../core/inventory/change.ts';
import { calendarNight } from '../../core/portable/items/calendarPage.ts';
import { dateOf, indexes } from '../../core/portable/days/dates.ts';
import type { RoomTypeCalendar, SetInventoryInput } from '../../generated/types.ts';
import type { PagePlan } from './planPages.ts';

/** Every night of the range as the pages have it, whichever weekdays were changed. */
export function calendarRows(input: SetInventoryInput, plans: PagePlan[], pages: StoredPage[]): RoomTypeCalendar {
  const nights = plans.flatMap((plan, at) =>
    indexes(plan.from, plan.to).map((index) => calendarNight(pages[at], index, dateOf(plan.month, index))),
  );
  return { propertyId: input.propertyId, roomTypeId: input.roomTypeId, nights };
}
