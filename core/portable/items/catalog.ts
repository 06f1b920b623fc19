import type { BookingPolicy, PmsKind, Property, RoomType } from '../../../generated/types.ts';
import { policyOf } from './bookingPolicy.ts';

/** Sort keys of the catalog table: a property and its room types share one partition. */
export const PROPERTY_KEY = 'PROPERTY';
export const ROOM_TYPE_PREFIX = 'ROOM#';

export function roomTypeKey(roomTypeId: string): string {
  return `${ROOM_TYPE_PREFIX}${roomTypeId}`;
}

/** What the names of PMS secrets begin with in Secrets Manager. */
export const PMS_SECRETS = 'keyrack/pms/';

export type PropertyItem = {
  property_id: string;
  sk: string;
  name: string;
  city: string;
  country: string;
  time_zone: string;
  currency: string;
  latitude?: number | null;
  longitude?: number | null;
  /** Of its place, see placeCell.ts; absent without one. */
  place_cell?: string | null;
  group_id?: string | null;
  home_region: string;
  /** Absent: NONE. */
  pms_kind?: PmsKind | null;
  pms_endpoint?: string | null;
  /** Name of its secret below {@link PMS_SECRETS}. */
  pms_secret?: string | null;
  /** Absent: the defaults. */
  booking_policy?: BookingPolicy | null;
  version: number;
  updated_at: string;
};

export type RoomTypeItem = {
  property_id: string;
  sk: string;
  room_type_id: string;
  name: string;
  rank: number;
  adults: number;
  children: number;
  oversell_allowance: number;
  version: number;
  updated_at: string;
};

/** A property as the API shows it; its room types have a resolver of their own, as the property of a room type has. */
export function toProperty(item: PropertyItem): Omit<Property, 'roomTypes'> {
  const { latitude, longitude } = item;
  return {
    id: item.property_id,
    name: item.name,
    city: item.city,
    country: item.country,
    timeZone: item.time_zone,
    currency: item.currency,
    location: typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : null,
    groupId: item.group_id ?? null,
    homeRegion: item.home_region,
    bookingPolicy: policyOf(item),
    // The field's own resolver hides it from those who do not act for the property.
    pms: { kind: item.pms_kind ?? 'NONE', endpoint: item.pms_endpoint ?? null },
    version: item.version,
    updatedAt: item.updated_at,
  };
}

export function toRoomType(item: RoomTypeItem): Omit<RoomType, 'property'> {
  return {
    id: item.room_type_id,
    propertyId: item.property_id,
    name: item.name,
    rank: item.rank,
    adults: item.adults,
    children: item.children,
    oversellAllowance: item.oversell_allowance,
    version: item.version,
    updatedAt: item.updated_at,
  };
}

/** The sparse index that lists properties: one partition (45,000 small items), sorted by city, then id. */
export const LISTING_INDEX = 'byListing';
export const LISTING = 'PROPERTY';

/** The sparse index of properties that belong to a group, by group, then id. */
export const GROUP_INDEX = 'byGroup';

/** What the `listing_key` of every property of a city begins with. */
export function listingPrefix(city: string): string {
  return `${city.trim().toLowerCase()}#`;
}
