import { describe, expect, it } from 'vitest';
import { eventType } from '../../events/eventType.ts';
import { sampleBooking } from '../../events/testing/sampleBooking.ts';
import { emptyPage } from '../../inventory/emptyPage.ts';
import type { BookingItem } from '../items/booking.ts';
import { modify } from './modify.ts';
import { wantedOf } from './modifiedBooking.ts';
import { arrivedRefusal } from './modifyRefusal.ts';

const PAGES = Object.fromEntries(
  ['DLX', 'STE', 'STD'].flatMap((roomType) =>
    ['2027-03', '2027-04'].map((month) => {
      const empty = emptyPage('lisbon-1', roomType, month, 'then');
      return [`${month}#${roomType}`, { ...empty, rate: empty.rate.map(() => 100) }];
    }),
  ),
);
const into = (booking: BookingItem, roomTypeId: string): BookingItem =>
  modify(booking, wantedOf(booking, { id: booking.booking_id, roomTypeId }), PAGES, 0, 0).after;

describe('a booking that was moved', () => {
  const moved = sampleBooking({ room_type_id: 'STE', reassigned_from: 'DLX' });

  it('was moved from nowhere once its guest asks for another room type', () => {
    expect(into(moved, 'STD')).not.toHaveProperty('reassigned_from');
    const back = into(moved, 'DLX');
    expect(eventType(back, into(back, 'STD'))).toBe('MODIFIED');
  });

  it('stays known as moved under any other change', () => {
    const wanted = wantedOf(moved, { id: moved.booking_id, units: 1 });
    expect(modify(moved, wanted, PAGES, 0, 0).after.reassigned_from).toBe('DLX');
  });
});

describe('the stay of a guest who has come', () => {
  const inHouse = sampleBooking({ status: 'CHECKED_IN' });
  const refusalOf = (booking: BookingItem, arrival: string) =>
    arrivedRefusal(booking, wantedOf(booking, { id: booking.booking_id, arrival }));

  it.each(['2027-03-29', '2027-03-31'])('does not begin on %s any more', (arrival) => {
    expect(refusalOf(inHouse, arrival)?.type).toBe('InvalidState');
    expect(refusalOf(sampleBooking(), arrival)).toBeNull();
  });

  it('may become longer', () => {
    expect(arrivedRefusal(inHouse, wantedOf(inHouse, { id: inHouse.booking_id, departure: '2027-04-05' }))).toBeNull();
  });
});
