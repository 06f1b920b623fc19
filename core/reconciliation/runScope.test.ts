import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplePage } from '../overbooking/testing/samples.ts';
import { needsRecount, SETTLED_MS, sinceOf } from './runScope.ts';
import { slotOf } from './share.ts';

const NOW = Date.parse('2027-03-01T02:00:00.000Z');
const scope = (changes = {}) => ({
  id: 'r',
  startedAt: new Date(NOW).toISOString(),
  since: new Date(NOW - 600_000).toISOString(),
  slot: -1,
  ...changes,
});
const page = (month: string, writtenAt: number) =>
  samplePage('STD', month, 3, { updated_at: new Date(writtenAt).toISOString() });

describe('a run counts anew', () => {
  it('what was written since, and all of the properties whose turn it is', () => {
    expect(needsRecount(page('2027-04', NOW - 500_000), scope())).toBe(true);
    expect(needsRecount(page('2027-04', NOW - 700_000), scope())).toBe(false);
    const turn = scope({ slot: slotOf(page('2027-04', 0).property_id) });
    expect(needsRecount(page('2027-04', NOW - 700_000), turn)).toBe(true);
  });

  it('no months that are over everywhere', () => {
    expect(needsRecount(page('2027-01', NOW), scope())).toBe(false);
    expect(needsRecount(page('2027-02', NOW), scope())).toBe(true);
    expect(needsRecount(page('2027-02', NOW), scope({ startedAt: '2027-03-01T13:00:00.000Z' }))).toBe(false);
  });
});

it('what was too fresh to be judged by a complete run is looked at by the next', () => {
  fc.assert(
    fc.property(fc.nat({ max: 3_600_000 }), fc.nat({ max: SETTLED_MS }), (later, age) => {
      const written = new Date(NOW - age).toISOString();
      expect(written >= sinceOf(NOW + later, new Date(NOW).toISOString())).toBe(true);
    }),
  );
});

it('looks back no further than a day, and minutes at first', () => {
  expect(sinceOf(NOW, '2026-01-01T00:00:00.000Z')).toBe('2027-02-28T02:00:00.000Z');
  expect(sinceOf(NOW, null)).toBe('2027-03-01T01:55:00.000Z');
});
