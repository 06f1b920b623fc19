import { bookingIdOf, type PlannedBooking } from '../plan/plannedBooking.ts';

/** A planned stay of two nights at 100, the night after them at 150. */
export function sampleBooking(row: number, fields: Partial<PlannedBooking> = {}): PlannedBooking {
  const bookingId = bookingIdOf(row);
  const guest = { name: 'Guest', email: 'guest@example.com' };
  const stay = { propertyId: 'p', roomTypeId: 'A', arrival: '2026-12-10', departure: '2026-12-12', units: 1 };
  const input = { bookingId, ...stay, expectedTotal: 200, guest };
  return { bookingId, input, way: 'bookRoom', nightlyRates: [100, 100, 150], waitedDays: 0, ...fields };
}
