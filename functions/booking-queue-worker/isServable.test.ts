import { expect, it } from 'vitest';
import type { BookingItem } from '../../core/portable/items/booking.ts';
import { isServable } from './isServable.ts';

const booking = {
  booking_id: 'b',
  property_id: 'p',
  room_type_id: 'DLX',
  arrival: '2027-03-05',
  departure: '2027-03-07',
  units: 1,
  adults: 2,
  children: 0,
  queue_key: 'p#DLX',
} as BookingItem;

it('a booking as bookRoom writes it can be served', () => expect(isServable(booking)).toBe(true));

it.each([
  { arrival: '2027-02-30' },
  { arrival: undefined },
  { departure: '2027-03-05' },
  { units: 0 },
  { units: 1.5 },
  { adults: 'two' },
  { children: undefined },
  { room_type_id: 'STD' },
])('one with %j cannot', (changes) => expect(isServable({ ...booking, ...changes } as BookingItem)).toBe(false));
