import { meets, updated } from '../../testing/expressions.ts';
import type { Hotel } from '../../groupCommit/hotel.ts';
import { needsOf } from '../../groupCommit/needs.ts';
import { pageId } from '../../groupCommit/pageRef.ts';
import type { QueuedBooking } from '../../groupCommit/queuedBooking.ts';
import type { UpdateInput } from '../../inventory/updateBuilder.ts';
import type { CalendarPage } from '../../portable/items/calendarPage.ts';
import type { PageWrite } from '../../portable/sale/expressions.ts';
import { takeUnits } from '../../portable/sale/moveUnits.ts';
import { stayRefusal } from '../../portable/sale/refusal.ts';

/** Expressions of the core as one input of UpdateItem. */
export function toInput({ update, condition }: PageWrite): UpdateInput {
  return {
    UpdateExpression: update.expression,
    ConditionExpression: condition.expression,
    ExpressionAttributeNames: { ...update.names, ...condition.names },
    ExpressionAttributeValues: { ...update.values, ...condition.values },
  };
}

/** What bookRoom makes of the pages, room after room; null where it refuses one. */
export function sellOneByOne(rooms: QueuedBooking[], hotel: Hotel): Map<string, CalendarPage> | null {
  const pages = new Map(hotel.pages.map((page) => [pageId(page), page]));
  const oversellAllowance = hotel.roomTypes[0].oversell_allowance;
  for (const room of rooms) {
    const { stay, nights, departure } = needsOf(room);
    const wish = { units: room.units, oversellAllowance, taken: 'SOLD' as const };
    const found = nights.map((ref) => pages.get(pageId(ref)) ?? null);
    const last = departure ? (pages.get(pageId(departure)) ?? null) : null;
    if (stayRefusal(found, last, stay, wish)) return null;
    nights.forEach((ref, at) => {
      const input = toInput(takeUnits(found[at]!, stay.parts[at], stay, wish, 'now'));
      if (!meets(found[at], input)) throw new Error('A sale that is not refused fails.');
      pages.set(pageId(ref), updated(found[at]!, input) as CalendarPage);
    });
  }
  return pages;
}
