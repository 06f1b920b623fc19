import { DateTime } from 'luxon';
import type { HotelStock } from '../client/loadHotel.ts';

export const BENCH_HOTEL = 'bench-hotel';
const ROOM_TYPES = 20;
const MONTHS = 6;
const TOTAL = 10_000;
const RATE = 12_500;
const TIME_ZONE = 'Europe/Lisbon';

/** A hotel so large that 64 clients seldom meet on a page: 20 room types, and the six whole months after this one. */
export function benchHotel(): HotelStock {
  const first = DateTime.now().setZone(TIME_ZONE).startOf('month').plus({ months: 1 });
  const from = first.toFormat('yyyy-MM-dd');
  const to = first.plus({ months: MONTHS }).toFormat('yyyy-MM-dd');
  const place = { city: 'Lisbon', country: 'PT', timeZone: TIME_ZONE, currency: 'EUR' };
  const ranks = Array.from({ length: ROOM_TYPES }, (_, index) => index + 1);
  const propertyId = BENCH_HOTEL;
  return {
    property: { id: propertyId, name: 'Hotel of the benchmark', ...place },
    roomTypes: ranks.map((rank) => ({ propertyId, id: `T${rank}`, name: `Room type ${rank}`, rank, adults: 2 })),
    inventory: ranks.map((rank) => ({ propertyId, roomTypeId: `T${rank}`, from, to, total: TOTAL, rate: RATE })),
  };
}
