import type { SetInventoryInput, Weekday } from '../../generated/types.ts';
import type { DemoHotel, DemoRoomType } from './hotel.ts';
import { everyYear, type Range, seasons } from './ranges.ts';

const WEEKEND: Weekday[] = ['FRIDAY', 'SATURDAY'];

/** Everything to be set for one room type, in this order: later entries refine earlier ones. */
export function inventoryOf(hotel: DemoHotel, roomType: DemoRoomType, range: Range): SetInventoryInput[] {
  const target = { propertyId: hotel.property.id, roomTypeId: roomType.id };
  const changes = [
    ...ordinary(hotel, roomType, range),
    ...festive(hotel, roomType, range),
    ...works(hotel, roomType, range),
  ];
  return changes.map((change) => ({ ...target, ...change }));
}

type Change = Omit<SetInventoryInput, 'propertyId' | 'roomTypeId'>;

/** Stock and rates by month, then what weekends change. */
function ordinary(hotel: DemoHotel, roomType: DemoRoomType, range: Range): Change[] {
  const { months, weekend, busy } = hotel.year;
  const parts = seasons(range, months);
  return [
    ...parts.map(({ factor, ...part }) => ({ ...part, total: roomType.units, rate: rate(hotel, roomType, factor) })),
    ...parts
      .filter(({ factor }) => factor >= 1)
      .map(({ factor, ...part }) => ({
        ...part,
        weekdays: WEEKEND,
        rate: rate(hotel, roomType, factor * weekend),
        ...(factor >= busy ? { minStay: 2 } : {}),
      })),
  ];
}

/** Nobody arrives on the last night of the year: the gala is for those who came before. */
function festive(hotel: DemoHotel, roomType: DemoRoomType, range: Range): Change[] {
  const { factor, minStay } = hotel.year.festive;
  return [
    ...everyYear(range, '12-21', '01-03').map((part) => ({ ...part, rate: rate(hotel, roomType, factor), minStay })),
    ...everyYear(range, '12-31', '01-01').map((part) => ({ ...part, closedToArrival: true })),
  ];
}

/** The best rooms are closed for works in the second week of February. */
function works(hotel: DemoHotel, roomType: DemoRoomType, range: Range): Change[] {
  const best = Math.max(...hotel.roomTypes.map(({ rank }) => rank));
  if (roomType.rank < best) return [];
  return everyYear(range, '02-08', '02-15').map((part) => ({ ...part, closed: true }));
}

function rate(hotel: DemoHotel, roomType: DemoRoomType, factor: number): number {
  return Math.round((roomType.baseRate * factor) / hotel.rounding) * hotel.rounding;
}
