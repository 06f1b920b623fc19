import { randomUUID } from 'node:crypto';
import type { BookingPolicyInput, PmsInput } from '../../../generated/types.ts';
import { get, operator } from '../cloud/cloud.ts';
import { CALENDAR, PUT_PROPERTY, PUT_ROOM_TYPE, SET_INVENTORY } from '../api/operations.ts';

export type Night = {
  date: string;
  total: number;
  available: number;
  held: number;
  sold: number;
  rate: number | null;
  closed: boolean;
  closedToArrival: boolean;
  closedToDeparture: boolean;
  minStay: number;
};

type RoomTypeSpec = { id?: string; rank?: number; adults?: number; children?: number; oversellAllowance?: number };
type Spec = {
  from: string;
  to: string;
  id?: string;
  total?: number;
  rate?: number;
  timeZone?: string;
  currency?: string;
  groupId?: string;
  location?: { latitude: number; longitude: number };
  pms?: PmsInput;
  bookingPolicy?: BookingPolicyInput;
  roomTypes?: RoomTypeSpec[];
};

/** A property of the test's own with nights loaded from..to-1, made through the API. Room type `DLX` unless others are given. */
export async function newProperty(spec: Spec): Promise<string> {
  const user = await operator();
  const {
    id = `test-${randomUUID()}`,
    timeZone = 'Europe/Lisbon',
    currency = 'EUR',
    location,
    groupId,
    pms,
    bookingPolicy,
  } = spec;
  const { total = 5, rate = 10_000, from, to } = spec;
  const place = { name: 'Test House', city: 'Porto', country: 'PT', timeZone, currency, groupId, location };
  const property = { id, ...place, pms, bookingPolicy };
  await get(user, PUT_PROPERTY, { input: property });
  for (const { id: roomTypeId = 'DLX', ...roomType } of spec.roomTypes ?? [{}]) {
    const input = {
      propertyId: id,
      id: roomTypeId,
      name: `Type ${roomTypeId}`,
      rank: 1,
      adults: 2,
      children: 1,
      ...roomType,
    };
    await get(user, PUT_ROOM_TYPE, { input });
    await get(user, SET_INVENTORY, { input: { propertyId: id, roomTypeId, from, to, total, rate } });
  }
  return id;
}

/** The operations grid of one room type. */
export async function grid(propertyId: string, from: string, to: string, roomTypeId = 'DLX'): Promise<Night[]> {
  const { calendar } = await get(await operator(), CALENDAR, { propertyId, from, to });
  return calendar.find((row: { roomTypeId: string }) => row.roomTypeId === roomTypeId).nights;
}
