import { describe, expect, it } from 'vitest';
import { bookingEvent } from '../events/bookingEvent.ts';
import { eventBooking } from '../events/eventBooking.ts';
import type { eventType } from '../events/eventType.ts';
import { sampleBooking } from '../events/testing/sampleBooking.ts';
import { messageOf, reminderMessage, TOLD_EVENTS } from './messageOf.ts';

type Changes = Parameters<typeof sampleBooking>[0];

/** What the guest is told where a booking was this before and is that now. */
const kindOf = (before: Changes | null, after: Changes) => {
  const was = before === null ? null : sampleBooking(before);
  const event = bookingEvent(was, sampleBooking({ version: before ? 2 : 1, ...after }), 'NONE')!;
  return messageOf(event)?.kind ?? null;
};

describe('a guest is told', () => {
  it.each([
    ['a sale', null, {}, 'CONFIRMATION'],
    ['a place in line that became a sale', { status: 'QUEUED' }, {}, 'CONFIRMATION'],
    ['a hold that was confirmed', { status: 'HELD' }, {}, 'CONFIRMATION'],
    ['a request that was approved', { status: 'REQUESTED' }, {}, 'CONFIRMATION'],
    ['another stay', {}, { departure: '2027-04-03' }, 'CHANGE'],
    ['another room type of their own wish', {}, { room_type_id: 'STE' }, 'CHANGE'],
    ['more units', {}, { units: 3 }, 'CHANGE'],
    ['another price', {}, { total_amount: 1 }, 'CHANGE'],
    ['a larger party', {}, { adults: 1 }, 'CHANGE'],
    ['another name', {}, { guest: { ...sampleBooking().guest, name: 'Ada King' } }, 'CHANGE'],
    ['another room type for theirs', {}, { room_type_id: 'STE', reassigned_from: 'DLX' }, 'RELOCATION'],
    ['another hotel', null, { walked_from: 'other' }, 'RELOCATION'],
    ['a cancellation', {}, { status: 'CANCELLED' }, 'CANCELLATION'],
    ['a withdrawn request', { status: 'REQUESTED' }, { status: 'CANCELLED' }, 'CANCELLATION'],
    ['a request', { status: 'QUEUED' }, { status: 'REQUESTED' }, 'REQUEST_RECEIVED'],
    ['a refusal', { status: 'REQUESTED' }, { status: 'DECLINED' }, 'REQUEST_DECLINED'],
    ['an offer of what came free', { status: 'WAITLISTED' }, { status: 'HELD' }, 'WAITLIST_OFFER'],
    ['a silence', { status: 'REQUESTED' }, { status: 'EXPIRED' }, 'REQUEST_EXPIRED'],
  ] as [string, Changes | null, Changes, string][])('of %s', (_, before, after, kind) => {
    expect(kindOf(before, after)).toBe(kind);
  });
});

describe('a guest is not told', () => {
  it.each([
    ['what changes nothing of theirs', {}, { guest_id: 'claimed' }],
    ['of another language', {}, { guest: { ...sampleBooking().guest, language: 'fr' } }],
    ['of changes after arrival', { status: 'CHECKED_IN' }, { status: 'CHECKED_IN', departure: '2027-04-03' }],
    ['of changes of a hold', { status: 'HELD' }, { status: 'HELD', departure: '2027-04-03' }],
    ['of a hold that ran out', { status: 'HELD' }, { status: 'EXPIRED' }],
    ['of waiting', null, { status: 'WAITLISTED' }],
    ['of waiting no longer', { status: 'WAITLISTED' }, { status: 'RELEASED' }],
    ['of having waited in vain', { status: 'WAITLISTED' }, { status: 'EXPIRED' }],
    ['of leaving a line', { status: 'QUEUED' }, { status: 'CANCELLED' }],
    ['twice of being walked', {}, { status: 'CANCELLED', walked_to: 'sister', walked_to_booking: 'other' }],
    ['of arriving', {}, { status: 'CHECKED_IN' }],
    ['where there is no address', null, { guest: { name: '', email: '' } }],
    ['where the address can’t exist', null, { guest: { name: '-', email: 'nobody@nowhere.invalid' } }],
  ] as [string, Changes | null, Changes][])('%s', (_, before, after) => {
    expect(kindOf(before, after)).toBeNull();
  });
});

it('the queue lets through every type of event that has something to tell', () => {
  const statuses = [...TOLD_EVENTS, 'HELD', 'RELEASED', 'REFUSED', 'CHECKED_IN', 'CHECKED_OUT', 'NO_SHOW', 'QUEUED'];
  for (const type of statuses as ReturnType<typeof eventType>[]) {
    const event = bookingEvent(sampleBooking(), sampleBooking({ version: 2, units: 1 }), 'NONE')!;
    const message = messageOf({ ...event, type, statusBefore: 'REQUESTED' });
    expect(message !== null, type).toBe((TOLD_EVENTS as readonly string[]).includes(type));
  }
});

describe('by other ways than a change', () => {
  it('a stay is reminded of while it is expected', () => {
    const booking = eventBooking(sampleBooking());
    expect(reminderMessage(booking)).toEqual({ kind: 'REMINDER', booking });
    expect(reminderMessage({ ...booking, status: 'CANCELLED' })).toBeNull();
  });
});
