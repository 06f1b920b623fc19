import { describe, expect, it } from 'vitest';
import { applyChange } from './applyChange.ts';
import { emptyPage } from './emptyPage.ts';
import { pageUpdate } from './pageUpdate.ts';

const empty = emptyPage('p', 'A', '2027-01', 'then');
const whole = Array.from({ length: 31 }, (_, night) => night);

describe('pageUpdate', () => {
  it('is nothing where nothing differs', () => {
    const page = applyChange(empty, { total: 5, closed: true }, { nights: whole, sourceVersion: 3 });
    const again = applyChange(page, { total: 5, closed: true }, { nights: whole, sourceVersion: 3 });
    expect(pageUpdate(page, again, 'now')).toBeNull();
  });

  it('writes a total with its difference, on condition of the total that was read', () => {
    const page = applyChange(empty, { total: 5 }, { nights: [3] });
    expect(pageUpdate(page, applyChange(page, { total: 2 }, { nights: [3] }), 'now')).toEqual({
      UpdateExpression: 'SET #n0[3] = :v0, #n1[3] = #n1[3] + :v1, #n2 = #n2 + :v3, #n3 = :v4',
      ConditionExpression: '#n0[3] = :v2 AND attribute_exists(#n4)',
      ExpressionAttributeNames: {
        '#n0': 'total_units',
        '#n1': 'available_units',
        '#n2': 'version',
        '#n3': 'updated_at',
        '#n4': 'page',
      },
      ExpressionAttributeValues: { ':v0': 2, ':v1': -3, ':v2': 5, ':v3': 1, ':v4': 'now' },
    });
  });

  it('stays within 4 KB an expression for a whole month of everything', () => {
    const all = { total: 9, rate: 100, closed: true, closedToArrival: true, closedToDeparture: true, minStay: 3 };
    const update = pageUpdate(empty, applyChange(empty, all, { nights: whole, sourceVersion: 1 }), 'now')!;
    expect(update.UpdateExpression.length).toBeLessThan(4096);
    expect(update.ConditionExpression.length).toBeLessThan(4096);
  });
});
