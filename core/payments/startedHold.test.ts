import { expect, it } from 'vitest';
import { sampleBooking } from '../events/testing/sampleBooking.ts';
import { LONGEST_HOLD_SECONDS } from '../portable/lifecycle/hold.ts';
import type { Order } from './order.ts';
import { startedHold } from './startedHold.ts';

const NOW = Date.UTC(2027, 0, 1, 12);
const order = { reference: 'pi_1', amount: 30_000, currency: 'EUR' } as Order;
const held = (secondsLeft: number, heldFor: number) =>
  sampleBooking({ status: 'HELD', hold_until: NOW + secondsLeft * 1000, held_at: NOW - heldFor * 1000 });

it('keeps the hold long enough to pay, and is asked again for nothing while most of the time is left', () => {
  const { after } = startedHold(held(60, 0), order, 300, NOW)!;
  expect(after).toMatchObject({ hold_until: NOW + 300_000, payment: { status: 'PENDING', expires_at: NOW + 300_000 } });
  expect(startedHold(after, order, 300, NOW + 100_000)).toBeNull();
  expect(startedHold(after, order, 300, NOW + 200_000)!.after.hold_until).toBe(NOW + 500_000);
});

it('writes nothing more where the hold may last no longer', () => {
  const { after } = startedHold(held(60, LONGEST_HOLD_SECONDS - 60), order, 300, NOW)!;
  expect(after.hold_until).toBe(NOW + 60_000);
  expect(startedHold(after, order, 300, NOW + 1_000)).toBeNull();
});
