import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplePage } from '../testing/samples.ts';
import { versionWarning } from './versionWarning.ts';
import { rateWarnings, recentWrites, type WriteMark } from './writeRate.ts';

const page = (version: number) => samplePage('STD', '2027-03', 3, { version });

describe('versionWarning', () => {
  it('is none where the version rose by one, or the page is new', () => {
    expect(versionWarning({ before: page(4), after: page(5) })).toBeNull();
    expect(versionWarning({ before: null, after: page(1) })).toBeNull();
  });

  it('tells gaps, repeats and reversals', () => {
    const named = { property_id: 'lisbon-1', page: '2027-03#STD' };
    expect(versionWarning({ before: page(4), after: page(6) })).toEqual({ kind: 'GAP', ...named, before: 4, after: 6 });
    expect(versionWarning({ before: null, after: page(2) })).toMatchObject({ kind: 'GAP', before: 0 });
    expect(versionWarning({ before: page(4), after: page(4) })).toMatchObject({ kind: 'REPEAT' });
    expect(versionWarning({ before: page(4), after: page(3) })).toMatchObject({ kind: 'REVERSAL' });
  });
});

const write = (version: number, seconds: number, ofPage = '2027-03#STD'): WriteMark => ({
  property_id: 'lisbon-1',
  page: ofPage,
  version,
  at: seconds * 1000,
});

describe('rateWarnings', () => {
  it('counts the writes of each page within any minute', () => {
    const writes = [0, 59, 60, 61, 200].map((at, version) => write(version, at));
    expect(rateWarnings(writes, 2)).toEqual([{ property_id: 'lisbon-1', page: '2027-03#STD', writes: 3 }]);
    expect(rateWarnings(writes, 3)).toEqual([]);
    expect(rateWarnings([write(1, 0), write(1, 0, '2027-04#STD')], 1)).toEqual([]);
  });

  it('is the same in any order and however often writes are told of', () => {
    const marks = fc.array(fc.tuple(fc.nat({ max: 300 }), fc.constantFrom('a', 'b')), { maxLength: 20 });
    fc.assert(
      fc.property(marks, fc.nat(5), fc.gen(), (times, most, draw) => {
        const writes = times.map(([at, ofPage], version) => write(version, at, ofPage));
        const told = draw(fc.shuffledSubarray, [...writes, ...writes], { minLength: 2 * writes.length });
        const byPage = (warnings: { page: string }[]) => warnings.toSorted((a, b) => (a.page < b.page ? -1 : 1));
        expect(byPage(rateWarnings(told, most))).toEqual(byPage(rateWarnings(writes, most)));
      }),
    );
  });

  it('needs only the last minute of what came before', () => {
    const kept = recentWrites([write(1, 0), write(2, 50), write(2, 50), write(3, 100)]);
    expect(kept.map(({ version }) => version)).toEqual([2, 3]);
    expect(rateWarnings([...kept, write(4, 105)], 2)).toMatchObject([{ writes: 3 }]);
  });
});
