import fc from 'fast-check';
import { expect, it } from 'vitest';
import { planPieces } from './piece.ts';

it('plans every segment of one scan once, and the lines', () => {
  fc.assert(
    fc.property(fc.nat({ max: 20_000_000 }), fc.integer({ min: 2, max: 60 }), (pages, most) => {
      const pieces = planPieces(pages, most);
      const segments = pieces.flatMap((piece) => (piece.kind === 'pages' ? [piece] : []));
      expect(segments.map(({ segment }) => segment)).toEqual(segments.map((_, at) => at));
      expect(segments.every((each) => each.segments === segments.length)).toBe(true);
      expect(segments.length).toBeGreaterThanOrEqual(2);
      expect(segments.length).toBeLessThanOrEqual(most);
      expect(pieces.filter(({ kind }) => kind === 'lines')).toHaveLength(1);
    }),
  );
});

it('takes as many segments as there is work for', () => {
  expect([0, 5_000, 12_000, 10_800_000].map((pages) => planPieces(pages, 40).length - 1)).toEqual([2, 2, 3, 40]);
});
