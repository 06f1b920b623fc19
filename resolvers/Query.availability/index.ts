import type { Context } from '@aws-appsync/utils';
import { pageKey } from '../../core/portable/items/calendarPage.ts';
import type { RoomTypeItem } from '../../core/portable/items/catalog.ts';
import { freeUnits, nightsOf, totalPrice } from '../../core/portable/sale/quote.ts';
import { stayRefusal } from '../../core/portable/sale/refusal.ts';
import { leavesInNextMonth, type Stay } from '../../core/portable/sale/stay.ts';
import type { QueryAvailabilityArgs } from '../../generated/types.ts';
import { checkId, checkNotPast, checkRange, checkStay, MOST_UNITS } from '../lib/input/checks.ts';
import type { CatalogStash } from '../lib/tables/readCatalog.ts';
import type { PagesStash } from '../lib/tables/readPages.ts';

type Stash = CatalogStash & PagesStash & { stay: Stay; units: number };

/** Checks and plans the stay. Then `catalog` -> `pages`, and the answer is made of both. */
export function request(ctx: Context<QueryAvailabilityArgs, Stash>) {
  const { propertyId, roomTypeId, arrival, departure, units } = ctx.args;
  checkId('propertyId', propertyId);
  if (roomTypeId) checkId('roomTypeId', roomTypeId);
  const stay = checkStay(arrival, departure);
  checkRange('units', units ?? 1, 1, MOST_UNITS);
  ctx.stash.stay = stay;
  ctx.stash.units = units ?? 1;
  ctx.stash.firstMonth = stay.parts[0].month;
  ctx.stash.lastMonth = stay.departureMonth;
  return {};
}

function ofRoomType(stash: Stash, roomType: RoomTypeItem) {
  const { stay, units } = stash;
  const id = roomType.room_type_id;
  const pages = stay.parts.map((part) => stash.pages[pageKey(part.month, id)] ?? null);
  const departurePage = leavesInNextMonth(stay) ? (stash.pages[pageKey(stay.departureMonth, id)] ?? null) : null;
  const why = stayRefusal(pages, departurePage, stay, { units, oversellAllowance: roomType.oversell_allowance });
  const nights = nightsOf(pages, stay);
  const amount = totalPrice(nights, stay.nights, units);
  return {
    roomTypeId: id,
    name: roomType.name,
    available: freeUnits(nights, stay.nights),
    bookable: !why,
    reason: why ? why.type : null,
    message: why ? why.message : null,
    totalPrice: amount === null ? null : { amount, currency: stash.property.currency },
    nights,
  };
}

export function response(ctx: Context<QueryAvailabilityArgs, Stash>) {
  const { property, roomTypes, stay } = ctx.stash;
  checkNotPast('arrival', stay.arrival, property.time_zone);
  return {
    propertyId: property.property_id,
    arrival: stay.arrival,
    departure: stay.departure,
    roomTypes: roomTypes.map((roomType) => ofRoomType(ctx.stash, roomType)),
  };
}
