import { describe, expect, it } from 'vitest';
import { afterConflict, type CancellationReason } from './afterConflict.ts';
import { planGroup } from './planGroup.ts';
import { hotel, page, request } from './testing/fixtures.ts';

const march = page('2027-03', 5);
const [commit] = planGroup(
  [request('a', '2027-03-30', '2027-04-01'), request('b', '2027-03-05', '2027-03-06')],
  hotel([march]),
).commits;
/** Of the page, the guard, `a` and `b`. */
const conflict = (...codes: string[]) =>
  afterConflict(
    commit,
    codes.map((code) => ({ code })),
    [march],
  );

describe('afterConflict', () => {
  it.each(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'])('sends again after %s', (code) =>
    expect(conflict(code, 'None', 'None', code)).toEqual({ kind: 'retry' }),
  );

  it('drops a booking that an earlier delivery settled', () => {
    expect(conflict('None', 'None', 'ConditionalCheckFailed', 'TransactionConflict')).toEqual({
      kind: 'replan',
      settled: ['a'],
      failed: [],
      pages: [march],
    });
  });

  it('plans by the page that a failed condition brought, and without one that is gone', () => {
    const sold = page('2027-03', 0);
    const april = page('2027-04', 1, { closed_to_departure: [0] });
    const failed = (fresh: CancellationReason['page']) => ({ code: 'ConditionalCheckFailed', page: fresh });
    const none = { code: 'None' };
    expect(afterConflict(commit, [failed(sold), failed(april), none, none], [march])).toMatchObject({
      kind: 'replan',
      pages: [sold, april],
    });
    expect(afterConflict(commit, [failed(null), none, none, none], [march])).toMatchObject({ pages: [] });
  });

  it('gives up a booking that cannot be written, and a page with all its bookings', () => {
    expect(conflict('None', 'None', 'ValidationError', 'None')).toMatchObject({ kind: 'replan', failed: ['a'] });
    expect(conflict('ValidationError', 'None', 'None', 'None')).toEqual({
      kind: 'failed',
      codes: ['ValidationError'],
    });
  });
});
