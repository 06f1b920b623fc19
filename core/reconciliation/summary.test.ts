import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Piece } from './piece.ts';
import { type PieceResult, summarize } from './summary.ts';
import { addTallies, NOTHING_DONE, type Tally } from './tally.ts';

const segment = (at: number): Piece => ({ kind: 'pages', segment: at, segments: 2 });
const done = (at: number, tally = {}): PieceResult => ({
  piece: segment(at),
  tally: addTallies(NOTHING_DONE, { pages: 5, ...tally }),
});
const crash = { Error: 'Error', Cause: '{"errorType":"Error","errorMessage":"It \\"broke\\".","trace":[]}' };

describe('a run', () => {
  it('SUCCEEDED where nothing failed', () => {
    expect(summarize([done(0), done(1), { piece: { kind: 'lines' }, tally: {} }])).toMatchObject({
      status: 'SUCCEEDED',
      segments: 2,
      segmentsFailed: 0,
      errors: [],
      isComplete: true,
      tally: { pages: 10 },
    });
  });

  it('is PARTIAL where a segment failed, with what it had done and why', () => {
    const sum = summarize([done(0), { ...done(1), error: crash }]);
    expect(sum).toMatchObject({ status: 'PARTIAL', segmentsFailed: 1, isComplete: false, tally: { pages: 10 } });
    expect(sum.errors).toEqual(['segment 2 of 2: Error: It \\"broke\\".']);
  });

  it('is PARTIAL where a part failed, told once; looks back no further for a cache that was away', () => {
    const away = { errors: { cache: 'The cache is away.' } };
    const sum = summarize([done(0, away), done(1, away)]);
    expect(sum).toMatchObject({
      status: 'PARTIAL',
      segmentsFailed: 0,
      errors: ['cache: The cache is away.'],
      isComplete: true,
    });
    for (const part of ['stock', 'audit', 'pms']) {
      expect(summarize([done(0, { errors: { [part]: 'away' } })]).isComplete, part).toBe(false);
    }
  });

  it('FAILED where no segment came to its end', () => {
    expect(summarize([])).toMatchObject({ status: 'FAILED', isComplete: false });
    expect(summarize([{ ...done(0), error: crash }])).toMatchObject({ status: 'FAILED' });
  });

  it('says briefly what went wrong', () => {
    const long = { Error: 'States.Timeout', Cause: 'x'.repeat(5_000) };
    expect(summarize([{ ...done(0), error: long }]).errors[0]).toHaveLength(300);
  });
});

it('tallies add up in any order', () => {
  const tally = fc.record({ pages: fc.nat(), healed: fc.nat(), conflicts: fc.nat() });
  fc.assert(
    fc.property(fc.array(tally), (tallies) => {
      const sum = (list: typeof tallies) => list.reduce<Tally>((a, b) => addTallies(a, b), NOTHING_DONE);
      expect(sum(tallies)).toEqual(sum(tallies.toReversed()));
      expect(sum(tallies).pages).toBe(tallies.reduce((total, { pages }) => total + pages, 0));
    }),
  );
});
