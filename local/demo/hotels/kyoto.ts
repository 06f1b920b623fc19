import type { DemoHotel } from '../hotel.ts';

/** Cherry blossom and autumn leaves are the high seasons. The yen has no minor unit. */
export const kamogawa: DemoHotel = {
  property: {
    id: 'kyo-kamogawa',
    name: 'Kamogawa Residence',
    city: 'Kyoto',
    country: 'JP',
    timeZone: 'Asia/Tokyo',
    currency: 'JPY',
    location: { latitude: 35.0089, longitude: 135.7712 },
  },
  rounding: 500,
  year: {
    months: [0.75, 0.75, 1.3, 1.6, 1.05, 0.8, 0.8, 0.8, 1.05, 1.3, 1.6, 0.85],
    weekend: 1.2,
    busy: 1.6,
    festive: { factor: 1.5, minStay: 2 },
  },
  roomTypes: [
    { id: 'SEMI', name: 'Semi-Double', rank: 10, adults: 2, children: 0, units: 18, baseRate: 17_000 },
    { id: 'TWIN', name: 'Standard Twin', rank: 20, adults: 2, children: 1, units: 26, baseRate: 22_000 },
    { id: 'TATAMI', name: 'Tatami Room', rank: 40, adults: 4, children: 2, units: 6, baseRate: 38_000 },
    { id: 'SUITE', name: 'Garden Suite', rank: 50, adults: 4, children: 2, units: 2, baseRate: 68_000 },
  ],
};
