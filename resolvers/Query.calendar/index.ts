import type { Context } from '@aws-appsync/utils';
import { calendarNight, pageKey } from '../../core/portable/items/calendarPage.ts';
import type { RoomTypeItem } from '../../core/portable/items/catalog.ts';
import { dateOf, indexes } from '../../core/portable/days/dates.ts';
import { type MonthPart, monthParts } from '../../core/portable/sale/stay.ts';
import type { QueryCalendarArgs } from '../../generated/types.ts';
import { requireProperty } from '../lib/input/caller.ts';
import { checkId, checkNights } from '../lib/input/checks.ts';
import type { CatalogStash } from '../lib/tables/readCatalog.ts';
import type { PagesStash } from '../lib/tables/readPages.ts';

const MOST_NIGHTS = 92;

type Stash = CatalogStash & PagesStash & { parts: MonthPart[] };

/** Checks caller and range. Then `catalog` -> `pages`, and the grid is made of both. */
export function request(ctx: Context<QueryCalendarArgs, Stash>) {
  const { propertyId, from, to } = ctx.args;
  checkId('propertyId', propertyId);
  requireProperty(ctx, propertyId);
  const { first, end } = checkNights({ name: 'from', date: from }, { name: 'to', date: to }, MOST_NIGHTS);
  const parts = monthParts(first, end);
  ctx.stash.parts = parts;
  ctx.stash.firstMonth = parts[0].month;
  ctx.stash.lastMonth = parts[parts.length - 1].month;
  return {};
}

/** The room type's nights; those of a month without a page are left out. */
function ofRoomType(stash: Stash, roomType: RoomTypeItem) {
  const nights = stash.parts.flatMap((part) => {
    const page = stash.pages[pageKey(part.month, roomType.room_type_id)];
    if (!page) return [];
    return indexes(part.from, part.to).map((index) => calendarNight(page, index, dateOf(part.month, index)));
  });
  return { propertyId: roomType.property_id, roomTypeId: roomType.room_type_id, nights };
}

export function response(ctx: Context<QueryCalendarArgs, Stash>) {
  return ctx.stash.roomTypes.map((roomType) => ofRoomType(ctx.stash, roomType));
}
