import { describe, expect, it } from 'vitest';
import { cachedPages, cacheExpiry, cacheKey } from './cachedMonth.ts';

const page = [0, 0, 0, 7, 1, 0, 0, 3, 0, 0, 46, 224, 8];
const entry = (id: string) => [id.length, ...[...id].map((character) => character.charCodeAt(0)), ...page];

describe('a cached month', () => {
  it('lies in the slot of its property', () => {
    expect(cacheKey('lakeside', '2026-11')).toBe('page:{lakeside}:2026-11');
  });

  it.each([
    ['2026-11', '2026-12-04T00:00:00Z'],
    ['2026-12', '2027-01-04T00:00:00Z'],
    ['2028-02', '2028-03-04T00:00:00Z'],
  ])('%s is kept until %s', (month, until) => {
    expect(cacheExpiry(month)).toBe(Date.parse(until) / 1000);
  });

  it('holds the pages of its room types', () => {
    const value = Uint8Array.from([...entry('DLX'), ...entry('sea-view_2')]);
    expect(cachedPages(value)).toEqual([
      { roomTypeId: 'DLX', page: Uint8Array.from(page) },
      { roomTypeId: 'sea-view_2', page: Uint8Array.from(page) },
    ]);
    expect(cachedPages(new Uint8Array())).toEqual([]);
  });

  it('is no month when it ends in the middle of a page', () => {
    const value = Uint8Array.from(entry('DLX'));
    const cuts = Array.from({ length: value.length - 1 }, (_, index) => cachedPages(value.subarray(0, index + 1)));
    expect(new Set(cuts)).toEqual(new Set([null]));
  });
});
