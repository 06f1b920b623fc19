import { expect, it } from 'vitest';
import { sampleBooking } from '../events/testing/sampleBooking.ts';
import { isLost } from './lostPush.ts';
import { presentEvent } from './presentEvent.ts';

it('a version is lost that the PMS neither took nor refused, nor a later one', () => {
  expect(isLost(1, null)).toBe(true);
  expect(isLost(2, { acknowledged: 1 })).toBe(true);
  expect(isLost(2, { acknowledged: 2 })).toBe(false);
  expect(isLost(2, { acknowledged: 3 })).toBe(false);
  expect(isLost(2, { acknowledged: 0, refused_version: 2 })).toBe(false);
  expect(isLost(3, { acknowledged: 0, refused_version: 2 })).toBe(true);
});

it('what is told again has the id of its first telling and the full state', () => {
  const item = sampleBooking({ version: 4, status: 'CANCELLED' });
  expect(presentEvent(item, 'WEBHOOK')).toMatchObject({
    eventId: `${item.booking_id}:4`,
    type: 'CANCELLED',
    pmsKind: 'WEBHOOK',
    booking: { status: 'CANCELLED' },
  });
  expect(presentEvent(sampleBooking(), 'NONE').type).toBe('BOOKED');
});
