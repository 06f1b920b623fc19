import { describe, expect, it } from 'vitest';
import { type BookingItem, isRepeat } from './booking.ts';

const request = {
  property_id: 'p',
  room_type_id: 'A',
  arrival: '2027-03-05',
  departure: '2027-03-08',
  units: 1,
  adults: 2,
  children: 0,
};
const guest = { name: 'Ada', email: 'ada@example.com' };
const wanted = { created_by: 'me', request, request_guest: guest };
const stored = { ...wanted, status: 'CANCELLED', version: 7, room_type_id: 'B' } as BookingItem;

describe('isRepeat', () => {
  it('knows its own request again, whatever became of the booking since', () => {
    expect(isRepeat(stored, { ...wanted, request_guest: { ...guest, phone: null } })).toBe(true);
  });

  it('takes a guest without a language for one who reads English, as bookings from before there were any are', () => {
    const named = { ...wanted, request_guest: { ...guest, language: 'en' } };
    expect(isRepeat(stored, named)).toBe(true);
    expect(isRepeat({ ...stored, ...named }, wanted)).toBe(true);
    const brazilian = { ...wanted, request_guest: { ...guest, language: 'pt-BR' } };
    expect(isRepeat({ ...stored, ...brazilian }, { ...wanted, request_guest: { ...guest, language: 'pt-br' } })).toBe(
      true,
    );
  });

  it.each(Object.keys(request))('tells a request with another %s', (key) => {
    const value = request[key as keyof typeof request];
    const other = { ...request, [key]: typeof value === 'number' ? value + 1 : `${value}x` };
    expect(isRepeat(stored, { ...wanted, request: other })).toBe(false);
  });

  it('tells one that waits for a stay from one that books it', () => {
    const waiting = { waitlisted_at: '2027-01-01T10:00:00.000Z' };
    expect(isRepeat(stored, { ...wanted, ...waiting })).toBe(false);
    expect(isRepeat({ ...stored, ...waiting }, wanted)).toBe(false);
    // Another attempt joins at another instant.
    expect(isRepeat({ ...stored, ...waiting }, { ...wanted, waitlisted_at: '2027-01-01T10:00:01.000Z' })).toBe(true);
  });

  it.each([
    { ...wanted, created_by: 'you' },
    { ...wanted, request_guest: { ...guest, name: 'Eve' } },
    { ...wanted, request_guest: { ...guest, email: 'eve@example.com' } },
    { ...wanted, request_guest: { ...guest, phone: '+351 1' } },
    { ...wanted, request_guest: { ...guest, language: 'de' } },
  ])('tells another sender or guest', (other) => expect(isRepeat(stored, other)).toBe(false));
});
