import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createFunctionLogs } from './functionLogs.ts';

const textsOf = (lines: { text: string }[]): string[] => lines.map(({ text }) => text);

it('keeps each function’s lines apart, with their times', () => {
  let now = 1_000;
  const logs = createFunctionLogs(() => (now += 1));
  logs.append('a', 'one');
  logs.append('b', 'other');
  logs.append('a', 'two');
  expect(logs.last('a', 10)).toEqual([
    { number: 0, at: 1_001, text: 'one' },
    { number: 1, at: 1_003, text: 'two' },
  ]);
  expect(textsOf(logs.last('a', 1))).toEqual(['two']);
  expect(logs.last('never printed', 10)).toEqual([]);
  expect(logs.next('never printed')).toBe(0);
});

it('gives whoever follows every line once, in order, however lines come', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 5 })), fc.integer({ min: 1, max: 4 }), (bursts, limit) => {
      const logs = createFunctionLogs();
      const [printed, seen]: [string[], string[]] = [[], []];
      let next = 0;
      const read = (): number => {
        const lines = logs.from('f', next, limit);
        seen.push(...textsOf(lines));
        next += lines.length;
        return lines.length;
      };
      for (const burst of bursts) {
        for (let line = 0; line < burst; line += 1) {
          printed.push(`line ${printed.length}`);
          logs.append('f', printed.at(-1) ?? '');
        }
        read();
      }
      while (read() > 0);
      expect(seen).toEqual(printed);
    }),
  );
});

it('forgets the oldest lines, by number and by size, and goes on where it was', () => {
  const logs = createFunctionLogs();
  for (let line = 0; line < 25_000; line += 1) logs.append('many', String(line));
  const kept = logs.last('many', 100_000);
  expect(kept.length).toBeGreaterThanOrEqual(5_000);
  expect(kept.length).toBeLessThanOrEqual(10_000);
  expect(kept.at(-1)).toMatchObject({ number: 24_999, text: '24999' });
  expect(logs.from('many', 0, 1)).toEqual(kept.slice(0, 1));
  expect(textsOf(logs.from('many', 24_998, 10))).toEqual(['24998', '24999']);

  for (let line = 0; line < 100; line += 1) logs.append('long', 'x'.repeat(300_000));
  const long = logs.last('long', 100);
  expect(long.length).toBeGreaterThan(0);
  expect(long.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThanOrEqual(1_000_000);
});
