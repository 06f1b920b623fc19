import type { BookingItem } from '../../portable/items/booking.ts';

const request = {
  property_id: 'lisbon-1',
  room_type_id: 'DLX',
  arrival: '2027-03-30',
  departure: '2027-04-02',
  units: 2,
  adults: 2,
  children: 1,
};
const guest = { name: 'Ada Maria Lovelace', email: 'ada@guests.example', phone: '+351 210 000 000' };

/** A confirmed booking of three nights for two units, as the table holds it. */
export function sampleBooking(changes: Partial<BookingItem> = {}): BookingItem {
  const item: BookingItem = {
    ...request,
    booking_id: '01JZX5M2K8Q4T7V9W3Y6A1B2C3',
    guest_id: 'sub-of-ada',
    created_by: 'sub-of-staff',
    status: 'CONFIRMED',
    version: 1,
    nights: 3,
    nightly_rates: [12000, 12050, 9900],
    total_amount: 67900,
    currency: 'EUR',
    time_zone: 'Europe/Lisbon',
    guest,
    request,
    request_guest: guest,
    change_token: 'token',
    created_at: '2026-11-20T10:00:00.000Z',
    updated_at: '2026-11-20T10:00:00.000Z',
  };
  return { ...item, ...changes };
}
