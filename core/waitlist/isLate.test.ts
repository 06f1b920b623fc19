import { expect, it } from 'vitest';
import { sampleBooking } from '../events/testing/sampleBooking.ts';
import { becomes } from '../portable/lifecycle/change.ts';
import { isLate } from './isLate.ts';

const held = sampleBooking({ status: 'HELD', hold_until: 1_000 });

it('a hold is confirmed before it runs out, and only ended from that instant on', () => {
  const confirmed = becomes(held, 'CONFIRMED', {}, 900);
  expect(isLate(confirmed, 999)).toBe(false);
  expect(isLate(confirmed, 1_000)).toBe(true);
  expect(isLate(becomes(held, 'EXPIRED', {}, 1_000), 1_000)).toBe(false);
});

it('what is sold runs out never', () => {
  expect(isLate(becomes(sampleBooking(), 'CANCELLED', {}, 1_000), 1_000)).toBe(false);
});
