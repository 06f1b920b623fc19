import { expect, it } from 'vitest';
import { cacheEntry } from './cacheEntry.ts';
import { packPage } from './packedPage.ts';
import { MONTH, pageOf } from './testing/calendarPages.ts';

it('tells where a page lies, in which version, and what it is there', () => {
  const page = pageOf(4, 'lakeside', 'sea-view_2');
  expect(cacheEntry(page)).toEqual({
    propertyId: 'lakeside',
    month: MONTH,
    roomTypeId: 'sea-view_2',
    version: 4,
    packed: packPage(page),
  });
});

it.each([
  ['page is DLX, no month and room type', { page: 'DLX' }],
  ['page is 2090-11#A#B, no month and room type', { page: '2090-11#A#B' }],
  [`page is 2090-11#${'x'.repeat(256)}, no month`, { page: `2090-11#${'x'.repeat(256)}` }],
  ['page is of 2090-13, no month', { page: '2090-13#DLX' }],
  ['rate has not the 31 nights of 2090-12', { page: '2090-12#DLX', ...nights(31), rate: [] }],
  ['total_units has not the 28 nights of 2090-02', { page: '2090-02#DLX' }],
  ['reserved_units has not the 30 nights', { reserved_units: undefined }],
  ['version is 1.5', { version: 1.5 }],
])('refuses what readers would misread: %s', (message, wrong) => {
  expect(() => cacheEntry({ ...pageOf(1), ...(wrong as object) })).toThrow(message);
});

function nights(count: number) {
  const each = new Array<number>(count).fill(1);
  return { total_units: each, available_units: each, reserved_units: each, min_stay: each };
}
