import { expect, it } from 'vitest';
import { wakeUpsOf } from './wakeUpsOf.ts';

it('wakes each line once, for all who joined it, in their order', () => {
  const bookings = [
    { booking_id: 'b1', queue_key: 'p#A' },
    { booking_id: 'b2', queue_key: 'p#B' },
    { booking_id: 'b3', queue_key: 'p#A' },
    { booking_id: 'b4', queue_key: 'p#A' },
  ];
  expect(wakeUpsOf(bookings)).toEqual([
    { queueKey: 'p#A', bookingIds: ['b1', 'b3', 'b4'], id: 'b1.b4' },
    { queueKey: 'p#B', bookingIds: ['b2'], id: 'b2.b2' },
  ]);
});

it('a part of a batch that comes again is another wake-up than the whole', () => {
  const joined = ['b1', 'b2', 'b3'].map((booking_id) => ({ booking_id, queue_key: 'p#A' }));
  const ids = [joined, joined.slice(0, 2), joined.slice(1)].map((part) => wakeUpsOf(part)[0].id);
  expect(new Set(ids).size).toBe(3);
});
