import { PROPERTY_KEY, type PropertyItem, type RoomTypeItem } from '../portable/items/catalog.ts';
import type { Place } from '../places/distance.ts';

/** What a search shows and asks of a room type. */
export type RoomTypeSummary = {
  id: string;
  name: string;
  rank: number;
  adults: number;
  children: number;
  oversellAllowance: number;
};

/** What a search shows and asks of a property, in one cached value. */
export type PropertySummary = {
  id: string;
  name: string;
  city: string;
  country: string;
  timeZone: string;
  currency: string;
  location: Place | null;
  roomTypes: RoomTypeSummary[];
};

/** `summary` is null where there is no such property. */
export type VersionedSummary = { version: number; summary: PropertySummary | null };

/**
 * The summary of a property by all items of its partition. Its version is the sum of theirs: they are never deleted and
 * each version only rises, so the sum does with every change of any of them.
 */
export function summaryOf(items: (PropertyItem | RoomTypeItem)[]): VersionedSummary {
  const property = items.find((item): item is PropertyItem => item.sk === PROPERTY_KEY);
  const version = items.reduce((sum, item) => sum + item.version, 0);
  if (!property) return { version, summary: null };
  const { latitude, longitude } = property;
  const summary = {
    id: property.property_id,
    name: property.name,
    city: property.city,
    country: property.country,
    timeZone: property.time_zone,
    currency: property.currency,
    location: latitude == null || longitude == null ? null : { latitude, longitude },
    roomTypes: items.filter((item): item is RoomTypeItem => item.sk !== PROPERTY_KEY).map(roomTypeSummary),
  };
  return { version, summary };
}

function roomTypeSummary(item: RoomTypeItem): RoomTypeSummary {
  return {
    id: item.room_type_id,
    name: item.name,
    rank: item.rank,
    adults: item.adults,
    children: item.children,
    oversellAllowance: item.oversell_allowance,
  };
}
