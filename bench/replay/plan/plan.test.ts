import { expect, test } from 'vitest';
import { toDate, toDayNumber } from '../dayNumbers.ts';
import type { Reservation } from '../read/reservation.ts';
import { planReplay } from './plan.ts';
import type { PlannedDay } from './schedule.ts';

const TODAY = '2026-11-20';

function reservation(row: number, fields: Partial<Reservation> = {}): Reservation {
  const arrival = fields.arrival ?? toDayNumber('2016-07-01');
  return {
    row,
    hotel: 'City Hotel',
    status: 'Check-Out',
    bookedOn: arrival - 10,
    arrival,
    nights: 2,
    statusOn: arrival,
    adults: 2,
    children: 0,
    reserved: 'A',
    assigned: 'A',
    rate: 10_000,
    deposit: 'No Deposit',
    changes: 0,
    waitedDays: 0,
    ...fields,
  };
}

const plan = (rows: Reservation[], options: Partial<Parameters<typeof planReplay>[1]> = {}) =>
  planReplay(rows, { today: TODAY, capacity: {}, ...options });

const booked = (days: PlannedDay[]) =>
  days.flatMap(({ tasks }) => tasks.filter(({ steps }) => steps.includes('book')).map(({ booking }) => booking));

test('all dates move by the same whole weeks, so that every arrival lies ahead', () => {
  const early = toDayNumber('2015-07-01');
  const { weeks, days, range } = plan([reservation(1), reservation(2, { arrival: early, bookedOn: early - 600 })]);
  const arrivals = booked(days).map(({ input }) => toDayNumber(input.arrival));
  const ahead = Math.min(...arrivals) - toDayNumber(TODAY);
  expect(ahead).toBeGreaterThan(0);
  expect(ahead).toBeLessThanOrEqual(7);
  expect(arrivals).toEqual([early + weeks * 7, toDayNumber('2016-07-01') + weeks * 7]);
  expect(range.from).toBe(toDate(Math.min(...arrivals)));
});

test('arrivals that lie ahead already stay where they are', () => {
  expect(plan([reservation(1, { arrival: toDayNumber('2026-11-21') })]).weeks).toBe(0);
});

const stepsOf = (rows: Reservation[]) =>
  plan(rows).days.map(({ tasks }) =>
    tasks.map((task) => `${Number(task.booking.bookingId.slice(-4))} ${task.steps.join(' ')}`),
  );

test('each goes through its life on its days; what gives nights back comes before what takes them, arrivals come last', () => {
  const arrival = toDayNumber('2016-07-01');
  const steps = stepsOf([
    reservation(1, { bookedOn: arrival - 2, arrival: arrival - 1, statusOn: arrival }),
    reservation(2, { bookedOn: arrival - 5, status: 'Canceled', statusOn: arrival }),
    reservation(3, { bookedOn: arrival - 5, status: 'Canceled', statusOn: arrival - 5 }),
    reservation(4, { bookedOn: arrival - 2, status: 'No-Show', statusOn: arrival }),
    reservation(5, { bookedOn: arrival, statusOn: arrival + 1 }),
    reservation(6, { bookedOn: arrival - 3, arrival: arrival + 1, statusOn: arrival + 4, changes: 1 }),
  ]);
  expect(steps).toEqual([
    ['2 book', '3 book cancel'],
    ['6 book'],
    ['1 book', '4 book'],
    ['6 lengthen', '1 checkIn'],
    ['1 checkOut', '2 cancel', '5 book checkIn', '4 noShow'],
    ['5 checkOut', '6 checkIn'],
    ['6 checkOut'],
  ]);
});

test('changes lie evenly between booking and end, add a night and take it back', () => {
  const arrival = toDayNumber('2016-07-01');
  const changed = { bookedOn: arrival - 9, status: 'Canceled', statusOn: arrival - 3 } as const;
  expect(stepsOf([reservation(1, { ...changed, changes: 2 })])).toEqual([
    ['1 book'],
    ['1 lengthen'],
    ['1 shorten'],
    ['1 cancel'],
  ]);
  const sameDay = reservation(1, { ...changed, statusOn: arrival - 9, changes: 3 });
  expect(stepsOf([sameDay])).toEqual([['1 book lengthen shorten lengthen cancel']]);
});

test('sales only: what happens before the day of arrival', () => {
  const rows = [
    reservation(1, { changes: 1 }),
    reservation(2, { status: 'Canceled' }),
    reservation(3, { status: 'No-Show' }),
  ];
  const { days, steps } = plan(rows, { salesOnly: true });
  expect(days.flatMap(({ tasks }) => tasks.flatMap((task) => task.steps)).toSorted()).toEqual([
    'book',
    'book',
    'book',
    'cancel',
    'lengthen',
  ]);
  expect(steps).toBe(5);
});

test('nobody leaves before coming', () => {
  expect(stepsOf([reservation(1, { statusOn: toDayNumber('2016-06-30') })]).at(-1)).toEqual(['1 checkIn checkOut']);
});

test('with a deposit it is held first; the night after the stay has its price, and is loaded', () => {
  const deposits = ['No Deposit', 'Non Refund', 'Refundable'] as const;
  const { days, hotels, waited } = plan(
    deposits.map((deposit, at) => reservation(at + 1, { deposit, waitedDays: at })),
  );
  const bookings = booked(days);
  expect(bookings.map(({ way }) => way)).toEqual(['bookRoom', 'holdRoom', 'holdRoom']);
  expect(bookings[0]?.nightlyRates).toEqual([10_000, 10_000, 10_000]);
  expect(bookings[0]?.input.expectedTotal).toBe(20_000);
  const last = hotels[0]?.inventory.at(-1);
  expect(toDayNumber(last?.to ?? '') - toDayNumber(bookings[0]?.input.departure ?? '')).toBe(1);
  expect(waited).toBe(2);
});

test('day use is counted, not sent', () => {
  const { rows, dayUse, steps } = plan([reservation(1, { nights: 0 }), reservation(2)]);
  expect({ rows, dayUse, steps }).toEqual({ rows: 2, dayUse: 1, steps: 3 });
});

test('a limit and a first booking date choose rows, but stock stays that of the whole hotel', () => {
  const arrival = toDayNumber('2016-07-01');
  const rows = [1, 2, 3].map((row) => reservation(row, { bookedOn: arrival - 10 + row }));
  const { days, hotels } = plan(rows, { from: toDate(arrival - 8), limit: 1 });
  expect(booked(days).map(({ input }) => input.guest.name)).toEqual(['Guest 2']);
  expect(hotels[0]?.capacity).toEqual([{ roomTypeId: 'A', units: 3, from: 'assigned' }]);
  expect(() => plan(rows, { from: toDate(arrival) })).toThrow('No stay is left');
});

test('stock: what guests slept in, or was sold where nobody slept in it, or what was given', () => {
  const { hotels } = plan(
    [
      reservation(1, { assigned: 'B' }),
      reservation(2, { assigned: 'B', arrival: toDayNumber('2016-07-02') }),
      reservation(3, { reserved: 'P', assigned: 'P', status: 'Canceled', statusOn: toDayNumber('2016-06-25') }),
      reservation(4, { reserved: 'C', assigned: 'C' }),
    ],
    { capacity: { C: 7 } },
  );
  expect(hotels[0]?.capacity).toEqual([
    { roomTypeId: 'A', units: 2, from: 'reserved' },
    { roomTypeId: 'B', units: 2, from: 'assigned' },
    { roomTypeId: 'C', units: 7, from: 'given' },
    { roomTypeId: 'P', units: 1, from: 'reserved' },
  ]);
  expect(() => plan([reservation(1)], { capacity: { Z: 1 } })).toThrow('no room type Z');
});

test('rates are averages by month, and a stay expects their sum', () => {
  const late = toDayNumber('2026-12-31');
  const { hotels, days } = plan([
    reservation(1, { arrival: late, rate: 10_000 }),
    reservation(2, { arrival: late, rate: 10_001 }),
    reservation(3, { arrival: late + 1, rate: 20_000, nights: 1 }),
  ]);
  const inventory = hotels[0]?.inventory.map(({ from, to, rate, total }) => ({ from, to, rate, total }));
  expect(inventory).toEqual([
    { from: '2026-12-31', to: '2027-01-01', rate: 10_001, total: 3 },
    { from: '2027-01-01', to: '2027-01-03', rate: 20_000, total: 3 },
  ]);
  expect(days[0]?.tasks[0]?.booking.input.expectedTotal).toBe(30_001);
});

test('a room type takes its largest party, and nobody travels without an adult', () => {
  const { hotels, days } = plan([reservation(1, { adults: 0, children: 3 }), reservation(2, { adults: 4 })]);
  expect(hotels[0]?.roomTypes).toMatchObject([{ id: 'A', adults: 4, children: 3 }]);
  expect(days[0]?.tasks[0]?.booking.input).toMatchObject({ adults: 1, children: 3 });
});

test('each hotel of the file is a property of its own', () => {
  const { hotels, days } = plan([
    reservation(1),
    reservation(2, { hotel: 'Resort Hotel', reserved: 'H', assigned: 'H' }),
  ]);
  expect(hotels.map(({ property }) => property.id)).toEqual(['city-hotel', 'resort-hotel']);
  expect(days[0]?.tasks.map(({ booking }) => booking.input.propertyId)).toEqual(['city-hotel', 'resort-hotel']);
  expect(hotels[1]?.roomTypes.map(({ id }) => id)).toEqual(['H']);
});
