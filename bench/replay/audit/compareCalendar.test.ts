import { expect, test } from 'vitest';
import type { CalendarPage } from '../../../core/portable/items/calendarPage.ts';
import type { GraphqlClient } from '../../client/graphqlClient.ts';
import { compareCalendar, windows } from './compareCalendar.ts';

test('a range in parts of at most 92 nights', () => {
  expect(windows({ from: '2026-11-01', to: '2027-05-04' })).toEqual([
    { from: '2026-11-01', to: '2027-02-01' },
    { from: '2027-02-01', to: '2027-05-04' },
  ]);
});

test('a night that the API shows otherwise is found with field and date', async () => {
  const lists = { total_units: [5], available_units: [3], reserved_units: [0], rate: [100], min_stay: [1] };
  const page: CalendarPage = {
    property_id: 'p',
    page: '2026-11#A',
    version: 1,
    ...lists,
    updated_at: '',
    expiry_time: 0,
  };
  const restrictions = { closed: false, closedToArrival: false, closedToDeparture: false, minStay: 1 };
  const night = { date: '2026-11-01', total: 5, available: 4, held: 0, sold: 2, rate: 100, ...restrictions };
  const calendar = [{ roomTypeId: 'A', nights: [night, { ...night, date: '2026-12-01' }] }];
  const client = { send: async () => ({ kind: 'ok', data: { calendar } }) } as unknown as GraphqlClient;
  const staff = { idToken: async () => 'token' };
  const compared = await compareCalendar({ client, staff }, 'p', { from: '2026-11-01', to: '2026-11-02' }, [page]);
  expect(compared.nights).toBe(2);
  expect(compared.differences).toEqual([
    'The API shows available 4 for A on 2026-11-01, the table 3.',
    'The API shows 2026-12-01 of A, but there is no page 2026-12#A.',
  ]);
});
