import { expect, it } from 'vitest';
import { CLAIMED_IN_LINE_MS } from '../portable/items/claims.ts';
import { needsOf } from './needs.ts';
import type { QueuedBooking } from './queuedBooking.ts';
import { request } from './testing/fixtures.ts';
import { grantUpdate } from './bookingUpdate.ts';

const JOINED = Date.parse('2027-01-01T10:00:00Z');
const queued_at = '2027-01-01T10:00:00.000Z#01JZX5M2K8Q4T7V9W3Y6A1B2C3';

/** Until when it is held once the line served it. */
function heldUntil(changes: Partial<QueuedBooking>, now: number): unknown {
  const hold = request('a', '2027-03-05', '2027-03-07', { goal: 'HELD', hold_seconds: 300, queued_at, ...changes });
  const update = grantUpdate({ request: hold, needs: needsOf(hold), nightlyRates: [1, 1], total: 2 }, now);
  const names = Object.entries(update.ExpressionAttributeNames ?? {});
  const name = names.find(([, attribute]) => attribute === 'hold_until')![0];
  const [, value] = new RegExp(`${name} = (:v\\d+)`).exec(update.UpdateExpression!)!;
  return update.ExpressionAttributeValues![value];
}

it('a hold out of the line lasts its time, and no longer than its guest has the claim', () => {
  const late = JOINED + CLAIMED_IN_LINE_MS + 100_000;
  expect(heldUntil({ claim: 'CLAIM#HOLD#ada#0' }, JOINED + 1_000)).toBe(JOINED + 301_000);
  expect(heldUntil({ claim: 'CLAIM#HOLD#ada#0' }, late)).toBe(late + 200_000);
  expect(heldUntil({}, late)).toBe(late + 300_000);
});

it('a request is answered in the time that began with it', () => {
  expect(heldUntil({ goal: 'REQUESTED', claim: 'CLAIM#REQUEST#ada', hold_until: 7 }, JOINED)).toBe(7);
});
