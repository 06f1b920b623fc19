import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextSlot, SLOTS, slotOf } from './share.ts';

it('every property has its turn in a day, wherever it begins', () => {
  fc.assert(
    fc.property(fc.string(), fc.nat({ max: SLOTS - 1 }), (propertyId, first) => {
      let [slot, turns] = [first, 0];
      for (let run = 0; run < SLOTS; run += 1, slot = nextSlot(slot)) if (slot === slotOf(propertyId)) turns += 1;
      expect(turns).toBe(1);
      expect(slot).toBe(first);
    }),
  );
});

it('shares 45,000 properties out evenly', () => {
  const counts = new Array<number>(SLOTS).fill(0);
  for (let at = 0; at < 45_000; at += 1) counts[slotOf(`hotel-${at}`)] += 1;
  expect(Math.min(...counts)).toBeGreaterThan(80);
  expect(Math.max(...counts)).toBeLessThan(240);
});
