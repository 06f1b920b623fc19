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
      UpdateExpression: 'SET #n0[3] = :v0, #n1[3] = #n1[3] + :v2, #n2 = #n2 + :v3, #n3 = :v4',
      ConditionExpression: '#n0[3] = :v1 AND attribute_exists(#n4) AND attribute_not_exists(#n5)',
      ExpressionAttributeNames: {
        '#n0': 'total_units',
        '#n1': 'available_units',
        '#n2': 'version',
        '#n3': 'updated_at',
        '#n4': 'page',
        '#n5': 'waiting',
      },
      ExpressionAttributeValues: { ':v0': 2, ':v1': 5, ':v2': -3, ':v3': 1, ':v4': 'now' },
    });
  });

  it('takes the mark of a waiting list away, and asks for none where there is one', () => {
    const page = { ...empty, waiting: 7 };
    const marked = pageUpdate(page, applyChange(page, { rate: 9 }, { nights: [3] }), 'now')!;
    expect(marked.ConditionExpression).not.toContain('attribute_not_exists');
    expect(marked.UpdateExpression).not.toContain('REMOVE');
    const cleared = pageUpdate(page, { ...page, waiting: null }, 'now')!;
    expect(cleared.UpdateExpression).toContain('REMOVE #n0');
    expect(cleared.ExpressionAttributeNames['#n0']).toBe('waiting');
  });

  it('stays within 4 KB an expression for a whole month of everything', () => {
    const all = { total: 9, rate: 100, closed: true, closedToArrival: true, closedToDeparture: true, minStay: 3 };
    const next = applyChange(empty, all, { nights: whole, sourceVersion: 1 });
    // Offered in the same write: half of what came free.
    const offered = { ...next, available_units: next.available_units.map((units) => units - 4) };
    offered.reserved_units = next.reserved_units.map((units) => units + 4);
    const update = pageUpdate(empty, offered, 'now')!;
    expect(update.UpdateExpression.length).toBeLessThan(4096);
    expect(update.ConditionExpression.length).toBeLessThan(4096);
  });
});
