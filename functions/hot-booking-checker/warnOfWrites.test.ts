import { beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { samplePage } from '../../core/overbooking/testing/samples.ts';
import type { Written } from './warnOfWrites.ts';

let warnOfWrites: (written: Written[], now: number) => void;
const lines: string[] = [];

beforeAll(async () => {
  Object.assign(process.env, {
    CATALOG_TABLE: 'Catalog',
    OPERATIONS_TABLE: 'Operations',
    AWS_REGION: 'us-west-2',
    OVERBOOKING_WORK_QUEUE: 'http://127.0.0.1:9/queue',
    MOST_WRITES_A_MINUTE: '3',
  });
  // Metrics go to standard output past the console.
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  ({ warnOfWrites } = await import('./warnOfWrites.ts'));
});
beforeEach(() => lines.splice(0));

const write = (roomTypeId: string, version: number, seconds: number): Written => ({
  page: samplePage(roomTypeId, '2027-03', 1, { version }),
  seconds,
});

/** What the writes of a second made it print: one line a metric. */
function warned(written: Written[], second: number): number {
  const printed = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    lines.push(String(text));
    return true;
  });
  warnOfWrites(written, second * 1_000);
  printed.mockRestore();
  return lines.filter((line) => line.includes('HotPages')).length;
}

it('a page written more often than it may be is warned of once a minute', () => {
  expect(
    warned(
      [1, 2, 3].map((version) => write('STD', version, 100)),
      100,
    ),
  ).toBe(0);
  expect(warned([write('DLX', 1, 101), write('STD', 3, 100)], 101)).toBe(0);
  expect(warned([write('STD', 4, 110)], 110)).toBe(1);
  expect(warned([write('STD', 5, 111)], 111)).toBe(1);
  expect(
    warned(
      [6, 7, 8, 9].map((version) => write('STD', version, 171)),
      171,
    ),
  ).toBe(2);
});

it('writes that lie apart are none', () => {
  const spread = [0, 40, 80, 120, 160].map((second) => write('SUP', second + 1, 1_000 + second));
  expect(warned(spread, 1_200)).toBe(0);
});
