import { expect, it } from 'vitest';
import type { PropertyItem, RoomTypeItem } from '../portable/items/catalog.ts';
import { summaryOf } from './propertySummary.ts';

const property: PropertyItem = {
  property_id: 'p',
  sk: 'PROPERTY',
  name: 'House',
  city: 'Porto',
  country: 'PT',
  time_zone: 'Europe/Lisbon',
  currency: 'EUR',
  latitude: 41,
  longitude: -8,
  home_region: 'eu-west-1',
  version: 4,
  updated_at: '',
};
const roomType: RoomTypeItem = {
  property_id: 'p',
  sk: 'ROOM#DLX',
  room_type_id: 'DLX',
  name: 'Deluxe',
  rank: 2,
  adults: 2,
  children: 1,
  oversell_allowance: 3,
  version: 5,
  updated_at: '',
};

it('a summary has what a search needs, and a version that rises with any of its items', () => {
  expect(summaryOf([property, roomType])).toEqual({
    version: 9,
    summary: {
      id: 'p',
      name: 'House',
      city: 'Porto',
      country: 'PT',
      timeZone: 'Europe/Lisbon',
      currency: 'EUR',
      location: { latitude: 41, longitude: -8 },
      roomTypes: [{ id: 'DLX', name: 'Deluxe', rank: 2, adults: 2, children: 1, oversellAllowance: 3 }],
    },
  });
  expect(summaryOf([{ ...property, longitude: null }]).summary?.location).toBeNull();
});

it('what is not there has version 0, which everything is newer than', () => {
  expect(summaryOf([])).toEqual({ version: 0, summary: null });
});
