import { expect, it } from 'vitest';
import { localDate } from './localDate.ts';

it('a date is the one of the place', () => {
  const instant = new Date('2027-03-05T23:30:00Z');
  expect(localDate(instant, 'Europe/Lisbon')).toBe('2027-03-05');
  expect(localDate(instant, 'Asia/Tokyo')).toBe('2027-03-06');
  expect(localDate(instant, 'Pacific/Honolulu')).toBe('2027-03-05');
});
