import type { PropertySummary } from '../../core/search/propertySummary.ts';
import type { PackablePage } from '../../core/cache/packedPage.ts';
import { daysInMonth, monthKey, nextMonth } from '../../core/portable/days/dates.ts';

const PROPERTIES = 1_000;
const ROOM_TYPES = 10;
const MONTHS = 3;
/** The first month: far enough ahead that the cache keeps it. */
const FIRST = { year: 2040, month: 5 };

/** A property with the pages of its room types, month by month. */
export type House = { property: PropertySummary; months: { month: string; pages: [string, PackablePage][] }[] };

/** A thousand properties of ten room types. Of every hundred nights of a room type some are sold out, closed or restricted. */
export function houses(): House[] {
  const draw = generator(11);
  return Array.from({ length: PROPERTIES }, (_, at) => {
    const property = summary(at);
    return {
      property,
      months: months().map(({ month, days }) => ({
        month,
        pages: property.roomTypes.map(({ id }): [string, PackablePage] => [id, page(days, draw)]),
      })),
    };
  });
}

function months(): { month: string; days: number }[] {
  let at = FIRST;
  return Array.from({ length: MONTHS }, () => {
    const { year, month } = at;
    at = nextMonth(year, month);
    return { month: monthKey(year, month), days: daysInMonth(year, month) };
  });
}

function summary(at: number): PropertySummary {
  const id = `bench-${String(at).padStart(4, '0')}`;
  const place = { city: 'Lisbon', country: 'PT', timeZone: 'Europe/Lisbon', currency: 'EUR' };
  const roomTypes = Array.from({ length: ROOM_TYPES }, (_, type) => ({
    id: `T${type}`,
    name: `Room type ${type}`,
    rank: type,
    adults: 2,
    children: 1,
    oversellAllowance: 0,
  }));
  const location = { latitude: 38 + at / 1_000, longitude: -9 };
  return { id, name: `House ${at}`, ...place, location, roomTypes };
}

function page(days: number, draw: (below: number) => number): PackablePage {
  const each = (value: () => number) => Array.from({ length: days }, value);
  const some = (ofHundred: number) => each(() => draw(100)).flatMap((value, at) => (value < ofHundred ? [at] : []));
  return {
    version: 1 + draw(1_000),
    available_units: each(() => (draw(100) < 10 ? 0 : 1 + draw(20))),
    rate: each(() => 5_000 + draw(20_000)),
    min_stay: each(() => (draw(100) < 3 ? 2 + draw(4) : 1)),
    closed: some(2),
    closed_to_arrival: some(2),
    closed_to_departure: some(2),
  };
}

/** Whole numbers from 0, the same in every run. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}
