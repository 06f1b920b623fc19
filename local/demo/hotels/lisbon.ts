import type { DemoHotel, DemoYear } from '../hotel.ts';

/** Beach weather and the June festivals make the summer; the turn of the year is quiet but for its holidays. */
const year: DemoYear = {
  months: [0.78, 0.78, 1, 1, 1, 1.38, 1.38, 1.38, 1.12, 1.12, 0.82, 0.82],
  weekend: 1.14,
  busy: 1.3,
  festive: { factor: 1.3, minStay: 2 },
};

const city = { city: 'Lisbon', country: 'PT', timeZone: 'Europe/Lisbon', currency: 'EUR', groupId: 'azulejo' };

export const miradouro: DemoHotel = {
  property: {
    ...city,
    id: 'lis-miradouro',
    name: 'Hotel Miradouro Azul',
    location: { latitude: 38.7136, longitude: -9.1301 },
  },
  rounding: 100,
  year,
  roomTypes: [
    { id: 'SGL', name: 'Courtyard Single', rank: 10, adults: 1, children: 0, units: 8, baseRate: 9_800 },
    { id: 'DBL', name: 'Classic Double', rank: 20, adults: 2, children: 0, units: 24, baseRate: 13_500 },
    { id: 'DLX', name: 'Deluxe River View', rank: 30, adults: 2, children: 1, units: 12, baseRate: 18_900 },
    { id: 'FAM', name: 'Family Room', rank: 30, adults: 2, children: 3, units: 6, baseRate: 21_500 },
    { id: 'STE', name: 'Rooftop Suite', rank: 50, adults: 3, children: 2, units: 2, baseRate: 36_000 },
  ],
};

export const laranjeiras: DemoHotel = {
  property: {
    ...city,
    id: 'lis-laranjeiras',
    name: 'Pátio das Laranjeiras',
    location: { latitude: 38.7169, longitude: -9.1469 },
  },
  rounding: 100,
  year,
  roomTypes: [
    { id: 'DBL', name: 'Garden Double', rank: 20, adults: 2, children: 0, units: 10, baseRate: 12_200 },
    { id: 'TRP', name: 'Garden Triple', rank: 25, adults: 3, children: 0, units: 4, baseRate: 15_800 },
    { id: 'DLX', name: 'Deluxe Patio', rank: 30, adults: 2, children: 1, units: 5, baseRate: 17_400 },
    { id: 'APT', name: 'Apartment with Kitchen', rank: 40, adults: 4, children: 2, units: 3, baseRate: 24_600 },
  ],
};
