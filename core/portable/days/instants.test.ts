import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isoInstant } from './instants.ts';

it('reads as the platform writes instants', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: Date.parse('9999-12-31T23:59:59.999Z') }), (ms) => {
      expect(isoInstant(ms)).toBe(new Date(ms).toISOString());
    }),
  );
});
