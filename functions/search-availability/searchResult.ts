import type { Hit } from '../../core/search/hit.ts';
import type { SearchResult } from '../../generated/types.ts';

/** Distances are shown to 10 m. */
const PER_KM = 100;

/** A hit as the API shows it. */
export function searchResult({ property, distanceKm, offers }: Hit): SearchResult {
  const { id, name, city, country, location, currency } = property;
  return {
    propertyId: id,
    name,
    city,
    country,
    location,
    distanceKm: distanceKm === null ? null : Math.round(distanceKm * PER_KM) / PER_KM,
    cheapestTotal: { amount: offers[0].amount, currency },
    roomTypes: offers.map(({ roomType, available, amount }) => ({
      roomTypeId: roomType.id,
      name: roomType.name,
      rank: roomType.rank,
      available,
      totalPrice: { amount, currency },
    })),
  };
}
