import { expect, it } from 'vitest';
import { sampleBooking } from '../../events/testing/sampleBooking.ts';
import { unpaidRefusal } from './paymentRefusal.ts';

const paid = sampleBooking({ prepaid: true });
const dearer = { ...paid, total_amount: paid.total_amount + 1 };

it('a guest does not make dearer what was paid in advance', () => {
  expect(unpaidRefusal(paid, dearer, true)?.type).toBe('InvalidState');
  expect(unpaidRefusal({ ...paid, status: 'CHECKED_IN' }, dearer, true)?.type).toBe('InvalidState');
});

it.each([
  ['costs the same', paid, paid, true],
  ['becomes cheaper', dearer, paid, true],
  ['is changed by staff', paid, dearer, false],
  ['is a hold still', { ...paid, status: 'HELD' as const }, dearer, true],
  ['is paid at the property', { ...paid, prepaid: false }, dearer, true],
])('what %s is changed', (_, before, after, isGuest) => expect(unpaidRefusal(before, after, isGuest)).toBeNull());
