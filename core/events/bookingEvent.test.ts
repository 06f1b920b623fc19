import { describe, expect, it } from 'vitest';
import { auditEvent } from './auditEvent.ts';
import { bookingEvent } from './bookingEvent.ts';
import { messageAttributes } from './messageAttributes.ts';
import { sampleBooking } from './testing/sampleBooking.ts';

const booked = sampleBooking();
const event = bookingEvent(null, booked, 'WEBHOOK')!;

describe('a booking event', () => {
  it('is the same however often its record comes', () => {
    expect(event.eventId).toBe(`${booked.booking_id}:1`);
    expect(bookingEvent(null, sampleBooking(), 'WEBHOOK')).toEqual(event);
  });

  it('carries the full state with the guest', () => {
    expect(event).toMatchObject({ schemaVersion: 1, bookingId: booked.booking_id, version: 1, guestRef: 'sub-of-ada' });
    expect(event.occurredAt).toBe(booked.updated_at);
    expect(event.booking).toMatchObject({
      arrival: '2027-03-30',
      departure: '2027-04-02',
      nightlyRates: [12000, 12050, 9900],
      totalPrice: { amount: 67900, currency: 'EUR' },
      guest: { name: 'Ada Maria Lovelace', email: 'ada@guests.example', phone: '+351 210 000 000' },
    });
  });

  it('keeps inside who asked, with which request and token', () => {
    const text = JSON.stringify({ ...event, guestRef: null });
    for (const internal of ['sub-of-', 'token', 'request', 'created_by']) expect(text).not.toContain(internal);
  });

  it('is none where the version did not rise', () => {
    expect(bookingEvent(booked, sampleBooking(), 'WEBHOOK')).toBeNull();
    expect(bookingEvent(sampleBooking({ version: 3 }), sampleBooking({ version: 2 }), 'WEBHOOK')).toBeNull();
  });

  it('has attributes to filter by', () => {
    expect(messageAttributes(event)).toEqual({
      property_id: { DataType: 'String', StringValue: 'lisbon-1' },
      pms_kind: { DataType: 'String', StringValue: 'WEBHOOK' },
      event_type: { DataType: 'String', StringValue: 'BOOKED' },
      booking_status: { DataType: 'String', StringValue: 'CONFIRMED' },
      payment_provider: { DataType: 'String', StringValue: 'NONE' },
    });
  });
});

describe('its type', () => {
  const typeOf = (changes: Parameters<typeof sampleBooking>[0], before = booked) =>
    bookingEvent(before, sampleBooking({ version: 9, ...changes }), 'NONE')!.type;

  it('names what happened', () => {
    expect(event.type).toBe('BOOKED');
    expect(bookingEvent(null, sampleBooking({ status: 'CANCELLED' }), 'NONE')!.type).toBe('CANCELLED');
    expect(typeOf({ status: 'CANCELLED' })).toBe('CANCELLED');
    expect(typeOf({ departure: '2027-04-03' })).toBe('MODIFIED');
    expect(typeOf({ room_type_id: 'STE' })).toBe('MODIFIED');
    expect(typeOf({ room_type_id: 'STE', reassigned_from: 'DLX' })).toBe('REASSIGNED');
  });

  it('says whose data were removed, and who took over what staff had booked', () => {
    const nobodys = sampleBooking({ guest_id: null });
    expect(typeOf({}, nobodys)).toBe('CLAIMED');
    expect(typeOf({ erased_at: '2027-05-01T09:00:00.000Z', guest_id: null })).toBe('ERASED');
    const erased = sampleBooking({ erased_at: '2027-05-01T09:00:00.000Z' });
    expect(typeOf({ ...erased, version: 3 }, erased)).toBe('MODIFIED');
  });

  it('tells what only became of the payment', () => {
    const payment = {
      provider: 'STRIPE',
      status: 'PENDING',
      reference: 'pi_1',
      amount: 67_900,
      currency: 'EUR',
      expires_at: 1,
    } as const;
    const started = sampleBooking({ version: 2, payment, hold_until: 1 });
    expect(typeOf({ payment, hold_until: 1 })).toBe('PAYMENT');
    expect(typeOf({ payment: { ...payment, status: 'CAPTURED' } }, started)).toBe('PAYMENT');
    expect(typeOf({ payment }, started)).toBe('MODIFIED');
    expect(typeOf({ payment: { ...payment, status: 'CAPTURED' }, units: 1 }, started)).toBe('MODIFIED');
    expect(typeOf({ payment, status: 'CANCELLED' }, started)).toBe('CANCELLED');
  });

  it('tells a later change of a reassigned booking from its reassignment', () => {
    const moved = sampleBooking({ version: 2, room_type_id: 'STE', reassigned_from: 'DLX' });
    expect(typeOf({ ...moved, version: 3, adults: 1 }, moved)).toBe('MODIFIED');
    expect(typeOf({ ...moved, version: 3, room_type_id: 'FAM' }, moved)).toBe('MODIFIED');
  });
});

it('leaves nothing of the guest in the audit variant but the reference', () => {
  const cancelled = sampleBooking({ version: 2, status: 'CANCELLED', cancel_reason: 'Ada is ill' });
  const audit = auditEvent(bookingEvent(booked, cancelled, 'NONE')!);
  expect(audit).toMatchObject({ type: 'CANCELLED', guestRef: 'sub-of-ada', booking: { units: 2 } });
  expect(JSON.stringify(audit)).not.toMatch(/Ada|@|351/);
});
