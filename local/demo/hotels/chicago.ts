import type { DemoHotel, DemoYear } from '../hotel.ts';

/** Fairs and lake weather fill May to October; the winter wind empties the hotels. */
const year: DemoYear = {
  months: [0.66, 0.66, 0.66, 0.96, 1.2, 1.34, 1.34, 1.34, 1.2, 1.2, 0.88, 0.88],
  weekend: 1.08,
  busy: 1.5,
  festive: { factor: 1.06, minStay: 2 },
};

const city = { city: 'Chicago', country: 'US', timeZone: 'America/Chicago', currency: 'USD', groupId: 'lakeshore' };

export const harborline: DemoHotel = {
  property: {
    ...city,
    id: 'chi-harborline',
    name: 'The Harborline',
    location: { latitude: 41.8902, longitude: -87.6137 },
  },
  rounding: 100,
  year,
  roomTypes: [
    { id: 'QUEEN', name: 'City Queen', rank: 10, adults: 2, children: 0, units: 40, baseRate: 16_900 },
    { id: 'KING', name: 'City King', rank: 20, adults: 2, children: 1, units: 46, baseRate: 18_900 },
    { id: 'QQ', name: 'Two Queens', rank: 20, adults: 4, children: 1, units: 38, baseRate: 20_900 },
    { id: 'LKING', name: 'Lakefront King', rank: 30, adults: 2, children: 1, units: 22, baseRate: 24_900 },
    { id: 'JSTE', name: 'Junior Suite', rank: 40, adults: 3, children: 2, units: 8, baseRate: 36_900 },
    { id: 'SKY', name: 'Skyline Suite', rank: 60, adults: 4, children: 2, units: 2, baseRate: 74_900 },
  ],
};

export const foundry: DemoHotel = {
  property: {
    ...city,
    id: 'chi-foundry',
    // Paid while it is held, and given back but for a night when it is cancelled late.
    bookingPolicy: { payment: 'STRIPE', paymentSeconds: 600, cancellation: { freeUntilDays: 2, feeNights: 1 } },
    name: 'Foundry House',
    location: { latitude: 41.8867, longitude: -87.6525 },
  },
  rounding: 100,
  year,
  roomTypes: [
    { id: 'BUNK', name: 'Bunk Room', rank: 5, adults: 2, children: 0, units: 12, baseRate: 11_900 },
    { id: 'KING', name: 'Loft King', rank: 20, adults: 2, children: 1, units: 28, baseRate: 17_900 },
    { id: 'CORNER', name: 'Corner Loft', rank: 30, adults: 3, children: 1, units: 8, baseRate: 25_900 },
    { id: 'STE', name: 'Foreman’s Suite', rank: 50, adults: 4, children: 2, units: 2, baseRate: 48_900 },
  ],
};
