import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplePage, withFree } from '../testing/samples.ts';
import { detectOverbookings } from './detectOverbookings.ts';

const page = samplePage('STD', '2027-03', 3);
const terms = { allowance: 1, today: '2027-03-01' };

describe('detectOverbookings', () => {
  it('finds the nights beyond the allowance, each with an id of its own', () => {
    const after = withFree(page, { 4: -1, 5: -2, 6: -4 });
    const night = { property_id: 'lisbon-1', room_type_id: 'STD' };
    expect(detectOverbookings({ before: page, after }, terms)).toEqual({
      overbooked: [
        { ...night, overbooking_id: 'lisbon-1#STD#2027-03-06', date: '2027-03-06', shortfall: 1 },
        { ...night, overbooking_id: 'lisbon-1#STD#2027-03-07', date: '2027-03-07', shortfall: 3 },
      ],
      recovered: [],
    });
    expect(detectOverbookings({ before: null, after }, terms).overbooked).toHaveLength(2);
  });

  it('finds the nights that are good again', () => {
    const { overbooked, recovered } = detectOverbookings({ before: withFree(page, { 4: -3 }), after: page }, terms);
    expect(overbooked).toEqual([]);
    expect(recovered).toMatchObject([{ date: '2027-03-05', shortfall: 2 }]);
  });

  it('leaves out nights that are over, save those that recovered', () => {
    const late = { ...terms, today: '2027-03-06' };
    const after = withFree(page, { 4: -3, 5: -3 });
    expect(detectOverbookings({ before: null, after }, late).overbooked).toMatchObject([{ date: '2027-03-06' }]);
    expect(detectOverbookings({ before: after, after: page }, late).recovered).toHaveLength(2);
  });

  it('names every night overbooked before or after once, as one or the other', () => {
    const units = fc.array(fc.integer({ min: -4, max: 2 }), { minLength: 31, maxLength: 31 });
    fc.assert(
      fc.property(units, units, fc.nat({ max: 2 }), (was, is, allowance) => {
        const change = { before: { ...page, available_units: was }, after: { ...page, available_units: is } };
        const { overbooked, recovered } = detectOverbookings(change, { ...terms, allowance });
        const bad = is.map((free, night) => Math.min(free, was[night])).filter((free) => free < -allowance);
        const ids = new Set([...overbooked, ...recovered].map((night) => night.overbooking_id));
        expect(ids.size).toBe(bad.length);
        expect(overbooked.length + recovered.length).toBe(bad.length);
      }),
    );
  });
});
