import { describe, expect, it } from 'vitest';
import { cacheEntry } from '../cache/cacheEntry.ts';
import { pageOf } from '../cache/testing/calendarPages.ts';
import { judgeCached } from './judgeCached.ts';

const entry = cacheEntry(pageOf(300));

/** A cached month with one page, as the script that writes it lays it out. */
function month(version: number, roomTypeId = 'DLX'): Uint8Array {
  const { packed } = cacheEntry(pageOf(version, 'p', roomTypeId));
  const id = new TextEncoder().encode(roomTypeId);
  return Uint8Array.from([id.length, ...id, ...packed]);
}

describe('the cached page is', () => {
  it.each([
    ['same', month(300)],
    ['behind', null],
    ['behind', new Uint8Array()],
    ['behind', month(299)],
    ['behind', month(300, 'STD')],
    ['behind', new TextEncoder().encode('rubbish')],
    ['ahead', month(301)],
  ] as const)('%s', (verdict, value) => {
    expect(judgeCached(value, entry)).toBe(verdict);
  });

  it('wrong where any byte behind its version differs', () => {
    const right = month(300);
    const nights = 4 + 6;
    for (let at = nights; at < nights + 7 * 30; at += 1) {
      const value = right.slice();
      value[at] ^= 1;
      expect(judgeCached(value, entry)).toBe('wrong');
    }
  });
});
