import { expect, it } from 'vitest';
import { pmsAction, reservationState } from './reservation.ts';

it('tells a PMS of what was sold and of nothing else', () => {
  expect(reservationState('CONFIRMED')).toBe('RESERVED');
  expect(reservationState('CANCELLED')).toBe('CANCELLED');
});

it('commits until a version is acknowledged, then modifies, and cancels in any case', () => {
  expect([pmsAction('RESERVED', 0), pmsAction('RESERVED', 1)]).toEqual(['Commit', 'Modify']);
  expect([pmsAction('NO_SHOW', 2), pmsAction('IN_HOUSE', 2)]).toEqual(['Modify', 'Modify']);
  expect([pmsAction('CANCELLED', 0), pmsAction('CANCELLED', 1)]).toEqual(['Cancel', 'Cancel']);
});
