import { describe, expect, it } from 'vitest';
import { type BookingEvent, bookingEvent } from '../../core/events/bookingEvent.ts';
import { sampleBooking } from '../../core/events/testing/sampleBooking.ts';
import { isPoison } from '../shared/batch/poison.ts';
import { readBatch } from './readBatch.ts';
import { readBookingEvent } from '../shared/events/readBookingEvent.ts';
import sample from './sample.json' with { type: 'json' };

const event = bookingEvent(null, sampleBooking(), 'NONE') as BookingEvent;
const changed = (changes: object): string => JSON.stringify({ ...event, ...changes });
const booking = (changes: object): string => changed({ booking: { ...event.booking, ...changes } });

function failure(body: string): Error {
  try {
    readBookingEvent(body);
  } catch (error) {
    return error as Error;
  }
  throw new Error('It was read.');
}

describe('a message', () => {
  it('is read without what it says of the guest', () => {
    const { guest: _guest, cancelReason: _reason, ...rest } = event.booking;
    const [template] = sample.Records;
    const { events } = readBatch([{ ...template, body: JSON.stringify(event) }]);
    expect(events).toEqual([{ ...event, booking: rest }]);
  });

  it.each([
    ['no JSON', '{"guest":"Ada', 'The message is no JSON.'],
    ['no object', '"Ada"', 'The message is no event.'],
    ['null', 'null', 'The message is no event.'],
    ['without a schema', '{}', 'schemaVersion is no number.'],
    ['without a booking id', changed({ bookingId: '' }), 'bookingId is no text.'],
    ['with a version of 0', changed({ version: 0 }), 'version is no number of 1 or more.'],
    ['of no instant', changed({ occurredAt: 'soon' }), 'occurredAt is no instant.'],
    ['with a guest that is no reference', changed({ guestRef: { name: 'Ada' } }), 'guestRef is no text.'],
    ['without a booking', changed({ booking: null }), 'booking is no object.'],
    ['without a status', booking({ status: null }), 'booking.status is no text.'],
    ['without a price', booking({ totalPrice: undefined }), 'booking.totalPrice.currency is no text.'],
    ['with half a cent', booking({ totalPrice: { amount: 0.5, currency: 'EUR' } }), 'booking.totalPrice.amount is'],
    ['of half a unit', booking({ units: 0.5 }), 'booking.units is no number of 1 or more.'],
  ])('that is %s is poison, and its reason quotes nothing', (_, body, reason) => {
    const error = failure(body);
    expect(isPoison(error)).toBe(true);
    expect(error.message).toContain(reason);
    expect(error.message).not.toContain('Ada');
  });

  it('of a later schema waits for the function that knows it', () => {
    const error = failure(changed({ schemaVersion: 2 }));
    expect(isPoison(error)).toBe(false);
    expect(error.message).toBe('Events of schema 2 are not known yet.');
  });
});

it('a batch keeps each message’s own event or fault', () => {
  const [template] = sample.Records;
  const bodies = [JSON.stringify(event), 'x', changed({ version: 2 })];
  const messages = bodies.map((body, at) => ({ ...template, body, messageId: `m${at}` }));
  const { events, indexOf } = readBatch(messages);
  expect(events.map(({ version }) => version)).toEqual([1, 2]);
  expect([indexOf('m0'), indexOf('m2')]).toEqual([0, 1]);
  expect(() => indexOf('m1')).toThrow('The message is no JSON.');
});
