import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planGroup } from './planGroup.ts';
import { hotel, page, request, TABLES } from './testing/fixtures.ts';
import { refusalWrite, transactItems } from './transactItems.ts';

/** Source: DynamoDB developer guide, quotas of expression parameters. */
const OPERATORS = /<=|>=|=|\+|-|\bAND\b|\bOR\b|\bNOT\b|contains|attribute_\w+/g;
const NOW = Date.parse('2027-01-01T10:00:00Z');

const MONTHS = ['2027-03', '2027-04', '2027-05', '2027-06'];
const all = Array.from({ length: 31 }, (_, night) => night);
/** A stay within four months, as day numbers from the first of March. */
const stays = fc.array(fc.tuple(fc.nat({ max: 121 }), fc.integer({ min: 1, max: 90 })), {
  minLength: 90,
  maxLength: 90,
});
const date = (days: number) => new Date(Date.UTC(2027, 2, 1 + days)).toISOString().slice(0, 10);

describe('transactItems', () => {
  it('sums a page once, asks for what its stays are decided by, and confirms each booking', () => {
    const march = page('2027-03', 5, { closed: [9], hot_until: 7 });
    const requests = [request('a', '2027-03-05', '2027-03-07'), request('b', '2027-03-06', '2027-03-07', { units: 2 })];
    const [commit] = planGroup(requests, hotel([march], 1)).commits;
    const [pageItem, bookingItem] = transactItems(commit, TABLES, NOW);
    expect(pageItem).toEqual({
      Update: {
        TableName: 'Inventory',
        Key: { property_id: 'p', page: '2027-03#DLX' },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        UpdateExpression: 'SET #n0[4] = #n0[4] - :v0, #n0[5] = #n0[5] - :v2, #n6 = #n6 + :v0, #n7 = :v7, #n8 = :v8',
        ConditionExpression:
          '#n0[4] >= :v1 AND #n0[5] >= :v3 AND #n1 = :v4 AND #n2 = :v5' +
          ' AND #n3 = :v6 AND attribute_not_exists(#n4) AND attribute_not_exists(#n5)',
        ExpressionAttributeNames: {
          '#n0': 'available_units',
          '#n1': 'rate',
          '#n2': 'closed',
          '#n3': 'min_stay',
          '#n4': 'closed_to_arrival',
          '#n5': 'closed_to_departure',
          '#n6': 'version',
          '#n7': 'updated_at',
          '#n8': 'hot_until',
        },
        ExpressionAttributeValues: {
          ':v0': 1,
          ':v1': 0,
          ':v2': 3,
          ':v3': 2,
          ':v4': march.rate,
          ':v5': new Set([9]),
          ':v6': march.min_stay,
          ':v7': '2027-01-01T10:00:00.000Z',
          ':v8': NOW + 600,
        },
      },
    });
    expect(bookingItem).toMatchObject({
      Update: {
        TableName: 'Bookings',
        Key: { booking_id: 'a' },
        UpdateExpression: 'SET #n0 = :v0, #n1 = :v1, #n2 = :v2, #n3 = :v3, #n7 = #n7 + :v4 REMOVE #n4, #n5, #n6',
        ConditionExpression: '#n0 = :v5',
        ExpressionAttributeValues: { ':v0': 'CONFIRMED', ':v1': [100, 100], ':v2': 200, ':v5': 'QUEUED' },
      },
    });
  });

  it('stays within every limit of DynamoDB for 90 bookings over four pages', () => {
    fc.assert(
      fc.property(stays, (drawn) => {
        const requests = drawn.map(([first, nights], at) => {
          const departure = date(Math.min(first + nights, 122));
          const id = `${'a'.repeat(26)}${String(at).padStart(2, '0')}`;
          return request(id, date(Math.min(first, 121)), departure, { units: 1 });
        });
        const flags = { closed_to_arrival: [], closed_to_departure: [] };
        const pages = MONTHS.map((month) => page(month, 9999, { ...flags, min_stay: all.map(() => 1) }));
        const { commits, refusals, later } = planGroup(requests, hotel(pages));
        expect([refusals, later]).toEqual([[], []]);
        const items = commits.flatMap((commit) => transactItems(commit, TABLES, NOW));
        expect(items.length).toBeLessThanOrEqual(95);
        expect(JSON.stringify(items).length).toBeLessThan(1024 * 1024);
        for (const item of items) checkExpressions('Update' in item ? item.Update : item.ConditionCheck);
      }),
      { numRuns: 30 },
    );
  });
});

type Parts = {
  Key: Record<string, string>;
  UpdateExpression?: string;
  ConditionExpression: string;
  ExpressionAttributeNames: Record<string, string>;
  ExpressionAttributeValues: Record<string, unknown>;
};

function checkExpressions(parts: Parts): void {
  const expressions = [parts.UpdateExpression ?? '', parts.ConditionExpression];
  for (const expression of expressions) {
    expect(expression.length).toBeLessThan(4096);
    expect((expression.match(OPERATORS) ?? []).length).toBeLessThanOrEqual(300);
  }
  const used = new Set(expressions.join(' ').match(/[#:]\w+/g));
  expect(used).toEqual(
    new Set([...Object.keys(parts.ExpressionAttributeNames), ...Object.keys(parts.ExpressionAttributeValues)]),
  );
}

it('refusalWrite says why, as the catalogue names it and in words', () => {
  const refused = {
    request: request('a', '2027-03-05', '2027-03-07'),
    refusal: { type: 'SoldOut' as const, message: 'No.' },
  };
  expect(refusalWrite(refused, TABLES, NOW)).toEqual({
    TableName: 'Bookings',
    Key: { booking_id: 'a' },
    UpdateExpression: 'SET #n0 = :v0, #n1 = :v1, #n2 = :v2, #n3 = :v3, #n7 = #n7 + :v4 REMOVE #n4, #n5, #n6',
    ConditionExpression: '#n0 = :v5',
    ExpressionAttributeNames: {
      '#n0': 'status',
      '#n1': 'refusal_type',
      '#n2': 'refusal_message',
      '#n3': 'updated_at',
      '#n4': 'queue_key',
      '#n5': 'queued_at',
      '#n6': 'goal',
      '#n7': 'version',
    },
    ExpressionAttributeValues: {
      ':v0': 'REFUSED',
      ':v1': 'SoldOut',
      ':v2': 'No.',
      ':v3': '2027-01-01T10:00:00.000Z',
      ':v4': 1,
      ':v5': 'QUEUED',
    },
  });
});
