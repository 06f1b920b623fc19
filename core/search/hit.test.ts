import { expect, it } from 'vitest';
import type { SellablePage } from '../portable/items/calendarPage.ts';
import { hitOf } from './hit.ts';
import { type Search, stayOf } from './search.ts';
import { sampleSummary } from './testing/samples.ts';

const search: Search = {
  propertyIds: null,
  near: { latitude: 41.15, longitude: -8.61, radiusKm: 10 },
  arrival: '2027-05-03',
  departure: '2027-05-05',
  units: 1,
  adults: 1,
  children: 0,
  sort: 'DISTANCE',
};
const each = (value: number) => Array.from({ length: 31 }, () => value);
const open: SellablePage = { available_units: each(2), rate: each(100), min_stay: each(1) };
const at = (latitude: number | null, changes: Partial<Search> = {}, today = '2027-05-03') => {
  const location = latitude === null ? null : { latitude, longitude: -8.61 };
  const wanted = { ...search, ...changes };
  return hitOf(sampleSummary('p', { location }), () => open, { search: wanted, stay: stayOf(wanted), today });
};

it('is a property within the radius', () => {
  expect(at(41.2)?.distanceKm).toBeCloseTo(5.56, 2);
  expect(at(41.3)).toBeNull();
  expect(at(null)).toBeNull();
  expect(at(null, { near: null, propertyIds: ['p'] })).toMatchObject({ distanceKm: null });
});

it('is none where the day of arrival is over', () => {
  expect(at(41.2, {}, '2027-05-04')).toBeNull();
});

it('is none where nothing can be booked', () => {
  expect(at(41.2, { units: 3 })).toBeNull();
});

it('refuses a stay that is none', () => {
  expect(() => stayOf({ ...search, arrival: '2027-02-30' })).toThrow(RangeError);
});
