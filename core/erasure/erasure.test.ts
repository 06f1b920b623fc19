import { describe, expect, it } from 'vitest';
import { auditEvent } from '../events/auditEvent.ts';
import { bookingEvent } from '../events/bookingEvent.ts';
import { sampleBooking } from '../events/testing/sampleBooking.ts';
import { resNotifRequest } from '../pms/opentravel/resNotifRequest.ts';
import { webhookPayload } from '../pms/webhook/webhookPayload.ts';
import { type BookingItem, isRepeat, toBooking } from '../portable/items/booking.ts';
import { searchKeys } from '../portable/search/searchKeys.ts';
import { type Erased, eraseUpdate } from './eraseUpdate.ts';
import { isActive } from './isActive.ts';
import { ERASED_GUEST } from './marks.ts';

const NOW = '2027-05-01T09:00:00.000Z';
const PERSONAL = /ada|lovelace|guests\.example|351|sub-of-ada|ill/i;
const stored = sampleBooking({
  status: 'CHECKED_OUT',
  version: 4,
  cancel_reason: 'Ada is ill',
  created_by: 'sub-of-ada',
  claim: 'CLAIM#HOLD#sub-of-ada#0',
  group_id: 'g',
  group: { name: 'Lovelace wedding', contact: { name: 'Ada', email: 'ada@guests.example' } },
  contact_email: 'ada@guests.example',
  refusal_message: 'No room for Ada.',
});
const booking: BookingItem = { ...stored, ...searchKeys(stored) };

/** What the update makes of the item, as far as it only sets and removes attributes. */
function erased(item: BookingItem, what?: Erased): BookingItem {
  const {
    UpdateExpression,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
  } = eraseUpdate(item, NOW, what);
  const [sets, removes] = UpdateExpression.replace('SET ', '').split(' REMOVE ');
  const result: Record<string, unknown> = { ...item, version: item.version + 1 };
  for (const [name, value] of sets.split(', ').map((set) => set.split(' = '))) {
    if (Object.hasOwn(values, value)) result[names[name]] = values[value];
  }
  for (const name of removes.split(', ')) delete result[names[name]];
  return result as BookingItem;
}

describe('an erased booking', () => {
  const after = erased(booking);

  it('has nothing of the guest left, and all of the stay', () => {
    expect(JSON.stringify(after)).not.toMatch(PERSONAL);
    expect(after).toMatchObject({ guest: ERASED_GUEST, request_guest: ERASED_GUEST, erased_at: NOW, version: 5 });
    const { arrival, nightly_rates, total_amount, status } = booking;
    expect(after).toMatchObject({ arrival, nightly_rates, total_amount, status });
  });

  it('is only written as it was read', () => {
    const { ConditionExpression, ExpressionAttributeNames, ExpressionAttributeValues } = eraseUpdate(booking, NOW);
    const [name, value] = ConditionExpression.split(' = ');
    expect([ExpressionAttributeNames[name], ExpressionAttributeValues[value]]).toEqual(['version', 4]);
  });

  it('keeps who of the staff made it', () => {
    expect(erased({ ...booking, created_by: 'sub-of-staff' }).created_by).toBe('sub-of-staff');
  });

  it('keeps a group’s contact who is somebody else, and the other way round', () => {
    const { group, contact_email, guest } = booking;
    const kept = erased(booking, { guest: true, contact: false });
    expect(kept).toMatchObject({ guest: ERASED_GUEST, group, contact_email, group_id: 'g' });
    const alone = erased(booking, { guest: false, contact: true });
    expect(alone).toMatchObject({ guest, guest_id: 'sub-of-ada', version: 5, group_id: 'g' });
    for (const name of ['group', 'contact_email', 'erased_at']) expect(alone).not.toHaveProperty(name);
  });

  it('is told of as such, to subscribers, PMSs and history, without the guest', () => {
    const event = bookingEvent(booking, after, 'WEBHOOK')!;
    expect(event).toMatchObject({ type: 'ERASED', guestRef: null, booking: { erasedAt: NOW, guest: { phone: null } } });
    const message = { action: 'Modify', state: 'CHECKED_OUT', confirmationNumber: 'C1', isRepeat: false } as const;
    const told = [
      event,
      auditEvent(event),
      toBooking(after, null),
      webhookPayload(event.booking),
      resNotifRequest({ booking: event.booking, ...message, sentAt: NOW }),
    ];
    for (const form of told) expect(JSON.stringify(form)).not.toMatch(PERSONAL);
    expect(JSON.stringify(told[4])).toContain('"Surname":"Erased"');
  });

  it('answers no request as its repeat, not even one that says the very marks', () => {
    expect(isRepeat(booking, booking)).toBe(true);
    expect(isRepeat(after, booking)).toBe(false);
    expect(isRepeat(after, after)).toBe(false);
  });
});

describe('the guest is still expected', () => {
  it.each(['QUEUED', 'REQUESTED', 'HELD', 'CONFIRMED', 'CHECKED_IN'] as const)(
    'while %s, up to the day of departure',
    (status) => {
      expect(isActive({ status, departure: '2027-05-01' }, '2027-05-01')).toBe(true);
      expect(isActive({ status, departure: '2027-05-01' }, '2027-05-02')).toBe(false);
    },
  );

  it.each(['CANCELLED', 'REFUSED', 'NO_SHOW', 'CHECKED_OUT', 'EXPIRED'] as const)('never while %s', (status) => {
    expect(isActive({ status, departure: '2027-05-09' }, '2027-05-01')).toBe(false);
  });
});
