import { describe, expect, it } from 'vitest';
import { planGroup } from './planGroup.ts';
import { endRound, type Outcome } from './round.ts';
import { hotel, page, request } from './testing/fixtures.ts';

const NOW = 1000;
const night = (id: string) => request(id, '2027-03-05', '2027-03-06');
const round = { requests: [night('a'), night('b'), night('c')], hotel: hotel([page('2027-03', 2)]) };
const plan = planGroup(round.requests, round.hotel);
const cancelled = (...codes: string[]): Outcome => ({ kind: 'cancelled', reasons: codes.map((code) => ({ code })) });
const ends = (outcome: Outcome) => {
  const { next, refusals, ...rest } = endRound(round, plan, [outcome], NOW);
  const left = next.requests.map(({ booking_id }) => booking_id);
  return { left, refusals: refusals.map((refused) => refused.request.booking_id), ...rest };
};

describe('endRound', () => {
  it('releases refusals once every commit is done', () => {
    expect(ends({ kind: 'committed' })).toEqual({ left: [], refusals: ['c'], isContended: false, failed: [] });
  });

  it('goes on with the pages as the commits left them', () => {
    const [left] = endRound(round, plan, [{ kind: 'committed' }], NOW).next.hotel.pages;
    expect([left.available_units[4], left.available_units[5], left.hot_until]).toEqual([0, 2, 1600]);
  });

  it.each([{ kind: 'unknown' } as const, cancelled('TransactionConflict', 'None', 'None')])(
    'keeps everybody waiting after %j',
    (outcome) => expect(ends(outcome)).toEqual({ left: ['a', 'b', 'c'], refusals: [], isContended: true, failed: [] }),
  );

  it('refuses nobody for a room that its first taker had before', () => {
    expect(ends(cancelled('None', 'ConditionalCheckFailed', 'None'))).toEqual({
      left: ['b', 'c'],
      refusals: [],
      isContended: false,
      failed: [],
    });
  });

  it('names those whom no further try will help', () => {
    expect(ends(cancelled('None', 'ValidationError', 'None'))).toMatchObject({ left: ['b', 'c'], failed: ['a'] });
    expect(ends(cancelled('ValidationError', 'None', 'None'))).toMatchObject({ left: ['c'], failed: ['a', 'b'] });
  });
});
