import { describe, expect, it } from 'vitest';
import { judgeReminder } from './judgeReminder.ts';
import { planReminder } from './planReminder.ts';
import { claimItem, reminderId, reminderOf } from './reminder.ts';
import { arriving, reminding } from './testing/samples.ts';

const DUE = Date.parse('2027-03-28T23:00:00Z');
const ARRIVAL_OVER = Date.parse('2027-03-30T23:00:00Z');
const HOUR_MS = 3_600_000;
const property = reminding(24);
const reminder = { bookingId: 'b1', propertyId: 'p1', arrival: '2027-03-30' };
const sent = { state: 'SENT' as const };

describe('the schedule of a booking', () => {
  it.each([
    ['is made for the moment its reminder is due', arriving(), DUE - 5_000, 'SCHEDULE'],
    ['is not worth making in the last moment', arriving(), DUE - 1_000, 'NOW'],
    ['comes too late where the booking was there in time', arriving(), DUE + HOUR_MS, 'NOW'],
    [
      'is not made for one that was made afterwards',
      arriving({ updated_at: '2027-03-28T23:00:00.000Z' }),
      DUE,
      'LEAVE',
    ],
    ['is not made up for once the day of arrival is over', arriving(), ARRIVAL_OVER, 'LEAVE'],
    ['goes with its cancellation', arriving({ status: 'CANCELLED' }), DUE - HOUR_MS, 'REMOVE'],
    ['goes when the guest is there', arriving({ status: 'CHECKED_IN' }), DUE - HOUR_MS, 'REMOVE'],
    ['of a booking that is gone comes to nothing', null, DUE - HOUR_MS, 'LEAVE'],
  ])('%s', (_, booking, now, kind) => {
    expect(planReminder({ booking, property, sent: null }, now).kind).toBe(kind);
  });

  it('says whom to remind, and when', () => {
    const plan = planReminder({ booking: arriving(), property, sent: null }, 0);
    expect(plan).toEqual({ kind: 'SCHEDULE', reminder, at: DUE });
  });

  it('is nobody’s business where nobody is reminded', () => {
    for (const none of [null, reminding(null)]) {
      expect(planReminder({ booking: arriving(), property: none, sent: null }, 0)).toEqual({ kind: 'LEAVE' });
    }
  });

  it('is not made up for where the reminder was sent; a mere claim does not count', () => {
    const plan = (state: 'SENT' | 'CLAIMED') =>
      planReminder({ booking: arriving(), property, sent: { state } }, DUE + 1).kind;
    expect([plan('SENT'), plan('CLAIMED')]).toEqual(['LEAVE', 'NOW']);
    expect(planReminder({ booking: arriving(), property: reminding(12), sent }, DUE + 1).kind).toBe('SCHEDULE');
  });
});

describe('a reminder whose time has come', () => {
  it.each([
    ['is sent', arriving(), property, DUE, 'SEND'],
    ['is sent late', arriving(), property, ARRIVAL_OVER - 1, 'SEND'],
    ['is dropped when the day of arrival is over', arriving(), property, ARRIVAL_OVER, 'DROP'],
    ['is dropped when the booking is cancelled', arriving({ status: 'CANCELLED' }), property, DUE, 'DROP'],
    ['is dropped when the booking is gone', null, property, DUE, 'DROP'],
    ['is dropped when the property is gone', arriving(), null, DUE, 'DROP'],
    ['is dropped when nobody is reminded any more', arriving(), reminding(null), DUE, 'DROP'],
    ['is stale when the booking was moved', arriving({ arrival: '2027-03-31' }), property, DUE, 'STALE'],
    ['is stale when the lead time became shorter', arriving(), reminding(12), DUE, 'STALE'],
    ['is sent when the lead time became longer', arriving(), reminding(48), DUE, 'SEND'],
  ])('%s', (_, booking, of, now, verdict) => {
    expect(judgeReminder({ booking, property: of }, '2027-03-30', now)).toBe(verdict);
  });
});

it('a reminder is one of a booking and an arrival', () => {
  expect(reminderOf(arriving())).toEqual(reminder);
  expect(reminderId(reminder)).toBe('b1:2027-03-30');
  const claim = claimItem(reminder, 5);
  expect(claim).toMatchObject({ pk: 'REMINDER#b1', sk: '2027-03-30', state: 'CLAIMED', claimed_until: 5 });
  expect(new Date(claim.expiry_time * 1000).toISOString()).toBe('2027-04-29T00:00:00.000Z');
});
