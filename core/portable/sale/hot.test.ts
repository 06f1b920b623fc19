import { expect, it } from 'vitest';
import type { CalendarPage } from '../items/calendarPage.ts';
import { hotMark, hotUntil, isHot } from './hot.ts';

const page = (hot_until?: number | null) => ({ hot_until }) as CalendarPage;

it('a page is hot until its time has come', () => {
  expect([undefined, null, 99, 100, 101].map((until) => isHot(page(until), 100))).toEqual([
    false,
    false,
    false,
    false,
    true,
  ]);
});

it('a lone booking keeps a page hot shortly, a crowd longer, and never shorter than before', () => {
  expect([1, 2, 11, 90].map((bookings) => hotUntil(page(), bookings, 1000))).toEqual([1500, 1600, 2500, 4000]);
  expect(hotUntil(page(3000), 1, 1000)).toBe(3000);
});

it('a mark outlasts the way to the worker and is written on a page that is not hot', () => {
  const { update, condition } = hotMark(1_000, 'now');
  expect(update.values).toEqual({ ':until': 2_500, ':one': 1, ':now': 'now' });
  expect(condition.values).toEqual({ ':clock': 1_000 });
});
