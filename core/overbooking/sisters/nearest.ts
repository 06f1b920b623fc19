import type { PropertyItem } from '../../portable/items/catalog.ts';
import { distanceKm, type Place } from '../../places/distance.ts';

type Located = Pick<PropertyItem, 'property_id' | 'latitude' | 'longitude'>;

/** Kilometres as the crow flies, to 100 m; null where either place is unknown. */
export function distanceBetween(a: Located, b: Located): number | null {
  const [here, there] = [placeOf(a), placeOf(b)];
  return here && there ? Math.round(distanceKm(here, there) * 10) / 10 : null;
}

/** The properties by distance, then by id; those of unknown distance last. */
export function nearest<T extends Located>(origin: Located, others: T[]): T[] {
  return others
    .map((property) => ({ property, distance: distanceBetween(origin, property) ?? Number.MAX_VALUE }))
    .sort((a, b) => a.distance - b.distance || (a.property.property_id < b.property.property_id ? -1 : 1))
    .map(({ property }) => property);
}

function placeOf({ latitude, longitude }: Located): Place | null {
  return latitude == null || longitude == null ? null : { latitude, longitude };
}
