import { describe, expect, it } from 'vitest';
import { hotels } from './hotels/index.ts';
import { inventoryOf } from './inventory.ts';
import { everyYear, seasons } from './ranges.ts';

const range = { from: '2026-11-20', to: '2028-05-01' };

it('cuts a range where the factor of the month changes', () => {
  const months = [1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 1, 1];
  expect(seasons({ from: '2026-11-20', to: '2027-12-15' }, months)).toEqual([
    { from: '2026-11-20', to: '2027-04-01', factor: 1 },
    { from: '2027-04-01', to: '2027-11-01', factor: 2 },
    { from: '2027-11-01', to: '2027-12-15', factor: 1 },
  ]);
});

it('finds a period of every year, cut to the range', () => {
  expect(everyYear({ from: '2026-12-25', to: '2027-12-25' }, '12-21', '01-03')).toEqual([
    { from: '2026-12-25', to: '2027-01-03' },
    { from: '2027-12-21', to: '2027-12-25' },
  ]);
  expect(everyYear({ from: '2027-01-02', to: '2027-02-10' }, '12-21', '01-03')).toEqual([
    { from: '2027-01-02', to: '2027-01-03' },
  ]);
  expect(everyYear({ from: '2027-03-01', to: '2027-12-01' }, '02-08', '02-15')).toEqual([]);
});

describe('the demo hotels', () => {
  it('are five in three cities, in two groups of sisters, with 4 to 8 room types each', () => {
    expect(hotels).toHaveLength(5);
    expect(new Set(hotels.map(({ property }) => property.city)).size).toBe(3);
    expect(hotels.filter(({ property }) => property.groupId === 'azulejo')).toHaveLength(2);
    expect(hotels.filter(({ property }) => property.groupId === 'lakeshore')).toHaveLength(2);
    for (const { roomTypes } of hotels) {
      expect(roomTypes.length).toBeGreaterThanOrEqual(4);
      expect(roomTypes.length).toBeLessThanOrEqual(8);
      expect(new Set(roomTypes.map(({ id }) => id)).size).toBe(roomTypes.length);
    }
  });

  it.each(hotels.map((hotel) => [hotel.property.id, hotel] as const))(
    'of %s have stock and a whole rate on every night',
    (_, hotel) => {
      for (const roomType of hotel.roomTypes) {
        const changes = inventoryOf(hotel, roomType, range);
        const stock = changes.filter(({ total }) => total !== undefined);
        expect(stock[0]?.from).toBe(range.from);
        expect(stock.at(-1)?.to).toBe(range.to);
        for (const [n, part] of stock.entries()) if (n > 0) expect(part.from).toBe(stock[n - 1]?.to);
        expect(stock.every(({ total, rate }) => total === roomType.units && Number(rate) > 0)).toBe(true);
        expect(changes.every(({ rate }) => Number(rate ?? 0) % hotel.rounding === 0)).toBe(true);
        expect(changes.every(({ from, to }) => from >= range.from && to <= range.to && from < to)).toBe(true);
      }
    },
  );
});
