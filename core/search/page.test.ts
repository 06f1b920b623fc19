import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchSort } from '../../generated/types.ts';
import type { Hit } from './hit.ts';
import { isPosition, pageOfHits, type Position } from './page.ts';
import { sampleRoomType, sampleSummary } from './testing/samples.ts';

const hit = (id: string, amount: number, distanceKm: number | null = null, currency = 'EUR'): Hit => ({
  property: sampleSummary(id, { currency }),
  distanceKm,
  offers: [{ roomType: sampleRoomType('DLX'), available: 1, amount }],
});
const ids = (hits: Hit[]) => hits.map(({ property }) => property.id);

const hits = fc.uniqueArray(
  fc
    .tuple(fc.nat(40), fc.nat(3), fc.nat(3), fc.constantFrom('CHF', 'EUR'))
    .map(([id, amount, km, currency]) => hit(`p${id}`, amount, km / 3, currency)),
  { selector: ({ property }) => property.id },
);
const sorts = fc.constantFrom<SearchSort>('DISTANCE', 'PRICE');

/** Ids of all pages, one after the other, with positions as they come back from a token. */
function allPages(of: (page: number) => Hit[], sort: SearchSort, limit: number): string[] {
  const seen: string[] = [];
  let after: Position | null = null;
  for (let page = 0; ; page += 1) {
    const answer = pageOfHits(of(page), { sort, after, limit });
    seen.push(...ids(answer.hits));
    if (!answer.next) return seen;
    after = JSON.parse(JSON.stringify(answer.next)) as Position;
    expect(isPosition(after, sort)).toBe(true);
  }
}

describe('pages of hits', () => {
  it('give every hit once, in one order, whatever the limit', () => {
    fc.assert(
      fc.property(hits, sorts, fc.integer({ min: 1, max: 9 }), (all, sort, limit) => {
        const whole = ids(pageOfHits(all, { sort, after: null, limit: 1_000 }).hits);
        expect(allPages(() => all, sort, limit)).toEqual(whole);
        expect([...whole].sort()).toEqual(ids(all).sort());
      }),
    );
  });

  it('neither repeat nor lose others when some sell out between them', () => {
    fc.assert(
      fc.property(hits, sorts, fc.nat(5), (all, sort, removed) => {
        const later = all.filter((_, at) => at % 6 !== removed);
        const seen = allPages((page) => (page === 0 ? all : later), sort, 4);
        expect(new Set(seen).size).toBe(seen.length);
        expect(ids(later).filter((id) => !seen.includes(id))).toEqual([]);
      }),
    );
  });

  it('have one currency after the other, and the nearest first', () => {
    const all = [hit('a', 5, 3), hit('b', 9, 1, 'CHF'), hit('c', 1, 2), hit('d', 1, 2)];
    expect(ids(pageOfHits(all, { sort: 'PRICE', after: null, limit: 9 }).hits)).toEqual(['b', 'c', 'd', 'a']);
    expect(ids(pageOfHits(all, { sort: 'DISTANCE', after: null, limit: 9 }).hits)).toEqual(['b', 'c', 'd', 'a']);
    expect(pageOfHits(all, { sort: 'DISTANCE', after: null, limit: 4 }).next).toBeNull();
    expect(pageOfHits(all, { sort: 'DISTANCE', after: null, limit: 3 }).next).toEqual([2, 'd']);
  });

  it.each([
    [[1, 'a'], 'DISTANCE', true],
    [['a', 1], 'DISTANCE', false],
    [['EUR', 1, 'a'], 'PRICE', true],
    [['EUR', '1', 'a'], 'PRICE', false],
    [[1, 'a'], 'PRICE', false],
    [null, 'PRICE', false],
  ] as const)('know a position: %j of %s is %s', (value, sort, expected) => {
    expect(isPosition(value, sort)).toBe(expected);
  });
});
