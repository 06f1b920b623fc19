import type { CalendarPage } from '../../portable/items/calendarPage.ts';
import type { PropertyItem, RoomTypeItem } from '../../portable/items/catalog.ts';
import { emptyPage } from '../../inventory/emptyPage.ts';
import type { StayBooking } from '../reallocation/booking.ts';

export const PROPERTY_ID = 'lisbon-1';

/** A page of which every night has as many units free, at a rate of 100. */
export function samplePage(roomTypeId: string, month: string, free: number, changes: Partial<CalendarPage> = {}) {
  const page = emptyPage(PROPERTY_ID, roomTypeId, month, 'then');
  const filled = { available_units: page.available_units.map(() => free), rate: page.rate.map(() => 100) };
  return { ...page, version: 1, ...filled, ...changes };
}

/** The page with other availability on some nights, by index. */
export function withFree(page: CalendarPage, nights: Record<number, number>): CalendarPage {
  return { ...page, available_units: page.available_units.map((free, index) => nights[index] ?? free) };
}

export function sampleRoomType(roomTypeId: string, rank: number, changes: Partial<RoomTypeItem> = {}): RoomTypeItem {
  return {
    property_id: PROPERTY_ID,
    sk: `ROOM#${roomTypeId}`,
    room_type_id: roomTypeId,
    name: roomTypeId,
    rank,
    adults: 2,
    children: 1,
    oversell_allowance: 0,
    version: 1,
    updated_at: 'then',
    ...changes,
  };
}

/** Two adults in one STD unit for the nights of 5 and 6 March 2027. */
export function sampleStay(bookingId: string, changes: Partial<StayBooking> = {}): StayBooking {
  return {
    booking_id: bookingId,
    property_id: PROPERTY_ID,
    room_type_id: 'STD',
    arrival: '2027-03-05',
    departure: '2027-03-07',
    units: 1,
    adults: 2,
    children: 0,
    version: 1,
    status: 'CONFIRMED',
    created_at: `2027-01-01T00:00:00.000Z`,
    ...changes,
  };
}

export function sampleProperty(propertyId: string, changes: Partial<PropertyItem> = {}): PropertyItem {
  return {
    property_id: propertyId,
    sk: 'PROPERTY',
    name: propertyId,
    city: 'Lisbon',
    country: 'PT',
    time_zone: 'Europe/Lisbon',
    currency: 'EUR',
    latitude: 38.7,
    longitude: -9.1,
    group_id: 'tejo',
    home_region: 'eu-west-1',
    version: 1,
    updated_at: 'then',
    ...changes,
  };
}
