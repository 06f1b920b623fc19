import type { NightShift } from '../portable/sale/shiftNights.ts';

/** What the nights of one page gain or lose by all of the shifts. */
export function sumByNight(shifts: readonly NightShift[]): NightShift[] {
  const byNight = Map.groupBy(shifts, ({ index }) => index);
  return [...byNight].map(([index, all]) => ({
    index,
    available: all.reduce((sum, { available }) => sum + available, 0),
    held: all.reduce((sum, { held }) => sum + held, 0),
  }));
}
