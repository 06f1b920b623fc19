import { expect, it } from 'vitest';
import { pmsAction, reservationOf } from './reservation.ts';

it('tells a PMS of what was sold and of nothing else', () => {
  expect(reservationOf({ status: 'CONFIRMED' })).toBe('RESERVED');
  expect(reservationOf({ status: 'CANCELLED' })).toBe('CANCELLED');
  expect(reservationOf({ status: 'REQUESTED' })).toBeNull();
  expect(reservationOf({ status: 'CANCELLED', never_sold: true })).toBeNull();
});

it('commits until a version is acknowledged, then modifies, and cancels in any case', () => {
  expect([pmsAction('RESERVED', 0), pmsAction('RESERVED', 1)]).toEqual(['Commit', 'Modify']);
  expect([pmsAction('NO_SHOW', 2), pmsAction('IN_HOUSE', 2)]).toEqual(['Modify', 'Modify']);
  expect([pmsAction('CANCELLED', 0), pmsAction('CANCELLED', 1)]).toEqual(['Cancel', 'Cancel']);
});
