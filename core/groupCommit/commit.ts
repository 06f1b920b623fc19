import type { Stay } from '../portable/sale/stay.ts';
import type { Grant } from './decideRequest.ts';
import { type Hotel, shelve, termsOf } from './hotel.ts';
import { pageId, type PageRef } from './pageRef.ts';
import { type PageTake, sumTakes } from './pageTake.ts';

/** Guards a departure day on a page of which no booking of the transaction takes a night. */
export type Guard = { ref: PageRef; stay: Stay };

/** One transaction: each page once, however many bookings need it, and each booking. */
export type Commit = {
  takes: PageTake[];
  guards: Guard[];
  /** In queue order. */
  grants: Grant[];
};

/** @param grants in queue order, granted by the hotel's pages */
export function commitOf(grants: Grant[], hotel: Hotel): Commit {
  const shelf = shelve(hotel.pages);
  const roomTypes = new Map(grants.flatMap(({ needs, request }) => needs.nights.map((ref) => [pageId(ref), request])));
  const takes = [...roomTypes].map(([id, { property_id, room_type_id }]) => {
    const allowance = termsOf(hotel, property_id, room_type_id)!.oversell_allowance;
    return sumTakes(shelf.get(id)!, allowance, grants);
  });
  const guards = new Map<string, Guard>();
  for (const { needs } of grants) {
    const ref = needs.departure;
    if (ref && !roomTypes.has(pageId(ref))) guards.set(pageId(ref), { ref, stay: needs.stay });
  }
  return { takes, guards: [...guards.values()], grants };
}
