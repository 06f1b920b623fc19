import { distanceKm } from '../places/distance.ts';
import type { Stay } from '../portable/sale/stay.ts';
import { type Offer, offersOf, type PageOf } from './offers.ts';
import type { PropertySummary } from './propertySummary.ts';
import type { Search } from './search.ts';

/** A property that can sell the stay. `offers` has one at least; `distanceKm` is null where ids were given. */
export type Hit = { property: PropertySummary; distanceKm: number | null; offers: Offer[] };

/**
 * A property as a search finds it; null where it lies too far away or nothing of it can be booked.
 * @param today the date at the property, `YYYY-MM-DD`
 */
export function hitOf(
  property: PropertySummary,
  pageOf: PageOf,
  { search, stay, today }: { search: Search; stay: Stay; today: string },
): Hit | null {
  if (stay.arrival < today) return null;
  const distance = search.near && property.location ? distanceKm(search.near, property.location) : null;
  if (search.near && (distance === null || distance > search.near.radiusKm)) return null;
  const offers = offersOf(property.roomTypes, pageOf, stay, search);
  return offers.length === 0 ? null : { property, distanceKm: distance, offers };
}
