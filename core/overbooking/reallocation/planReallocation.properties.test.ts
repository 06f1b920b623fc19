import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarPage } from '../../portable/items/calendarPage.ts';
import { dateOf } from '../../portable/days/dates.ts';
import { fitsParty } from '../../portable/sale/party.ts';
import { stayDates } from '../stayDates.ts';
import { carryOut } from '../testing/carryOut.ts';
import { overbookedHouse } from '../testing/overbookedHouse.ts';
import { samplePage, sampleRoomType, sampleStay } from '../testing/samples.ts';
import type { StayBooking } from './booking.ts';
import type { PlanInput, PlannedMove } from './plan.ts';
import { planReallocation } from './planReallocation.ts';

/** The plain ones are short of units, the better ones may take them. */
const PLAIN = ['STD', 'TWIN'];
const TYPES = [...PLAIN, 'DLX', 'SUITE'];
/** Nights 28 to 30 March and 1 to 3 April: stays cross the months. */
const FIRST = { '2027-03': 28, '2027-04': 0 };
const DAYS = ['2027-03-29', '2027-03-30', '2027-03-31', '2027-04-01', '2027-04-02', '2027-04-03', '2027-04-04'];

const roomType = (id: string) =>
  fc
    .record({ rank: fc.nat(1), adults: fc.integer({ min: 1, max: 3 }), oversell_allowance: fc.nat(1) })
    .map(({ rank, ...rest }) => sampleRoomType(id, PLAIN.includes(id) ? rank : rank + 1, rest));

const page = (id: string, month: keyof typeof FIRST): fc.Arbitrary<CalendarPage> =>
  fc
    .array(
      fc.record({
        free: PLAIN.includes(id) ? fc.integer({ min: -3, max: 1 }) : fc.integer({ min: -1, max: 5 }),
        rate: fc.integer({ min: -1, max: 2 }),
      }),
      {
        minLength: 3,
        maxLength: 3,
      },
    )
    .map((nights) => {
      const plain = samplePage(id, month, 0);
      nights.forEach(({ free, rate }, at) => {
        plain.available_units[FIRST[month] + at] = free;
        plain.rate[FIRST[month] + at] = rate;
      });
      return plain;
    });

const stay: fc.Arbitrary<Partial<StayBooking>> = fc
  .record({
    room_type_id: fc.constantFrom(...TYPES),
    nights: fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 3 })),
    units: fc.integer({ min: 1, max: 3 }),
    adults: fc.integer({ min: 1, max: 3 }),
    status: fc.constantFrom('CONFIRMED' as const, 'HELD' as const, 'CHECKED_IN' as const),
    created: fc.nat(3),
  })
  .map(({ nights: [first, nights], created, ...rest }) => ({
    ...rest,
    arrival: DAYS[first],
    departure: DAYS[Math.min(first + nights, DAYS.length - 1)],
    created_at: `2027-01-0${created + 1}T00:00:00.000Z`,
  }));

/** Properties with every overbooked night of theirs, whose stays need not add up to the units on the pages. */
const houses: fc.Arbitrary<PlanInput> = fc
  .record({
    roomTypes: fc.tuple(...TYPES.map(roomType)),
    pages: fc.tuple(...TYPES.flatMap((id) => [page(id, '2027-03'), page(id, '2027-04')])),
    stays: fc.array(stay, { minLength: 1, maxLength: 14 }),
  })
  .map(({ roomTypes, pages, stays }) => {
    const bookings = stays.map((changes, at) => sampleStay(`b${at}`, changes));
    return overbookedHouse({ roomTypes, pages, bookings });
  });

const RUNS = { numRuns: 1000 };

/** Units free, by room type and date. */
function freeUnits(pages: CalendarPage[]): Map<string, number> {
  return new Map(
    pages.flatMap(({ page, available_units }) =>
      available_units.map((free, index): [string, number] => [
        `${page.slice(8)}#${dateOf(page.slice(0, 7), index)}`,
        free,
      ]),
    ),
  );
}

/** The house once the moves are made. */
function after(house: PlanInput, moves: PlannedMove[]): PlanInput {
  const to = new Map(moves.map((move) => [move.booking.booking_id, move.to]));
  const bookings = house.bookings.map((booking) => {
    const room_type_id = to.get(booking.booking_id);
    return room_type_id ? { ...booking, room_type_id, version: booking.version + 1 } : booking;
  });
  return overbookedHouse({ ...house, bookings, pages: moves.reduce(carryOut, house.pages) });
}

describe('a plan, for any house', () => {
  it('moves nobody wrongly, and at each step only where there is room and need', () => {
    fc.assert(
      fc.property(houses, (house) => {
        let pages = house.pages;
        for (const move of planReallocation(house).moves) {
          const { booking, from, to, relieves } = move;
          const [own, other] = [from, to].map((id) => house.roomTypes.find((type) => type.room_type_id === id)!);
          expect(booking.status).not.toBe('CHECKED_IN');
          expect(other.rank).toBeGreaterThanOrEqual(own.rank);
          expect(fitsParty(other, booking)).toBe(true);
          const free = freeUnits(pages);
          for (const date of stayDates(booking))
            expect(free.get(`${to}#${date}`)).toBeGreaterThanOrEqual(booking.units);
          expect(relieves.length).toBeGreaterThan(0);
          for (const { date, floor } of relieves) expect(free.get(`${from}#${date}`)).toBeLessThan(floor);
          pages = carryOut(pages, move);
        }
      }),
      RUNS,
    );
  });

  it('makes no overbooked night worse, and no other negative', () => {
    fc.assert(
      fc.property(houses, (house) => {
        const before = freeUnits(house.pages);
        const { moves } = planReallocation(house);
        for (const [night, free] of freeUnits(after(house, moves).pages)) {
          expect(free).toBeGreaterThanOrEqual(Math.min(0, before.get(night)!));
        }
      }),
      RUNS,
    );
  });

  it('says exactly what it leaves overbooked', () => {
    fc.assert(
      fc.property(houses, (house) => {
        const { moves, unresolved } = planReallocation(house);
        const left = unresolved.map(({ candidates: _, ...night }) => night);
        const byId = (a: { overbooking_id: string }, b: { overbooking_id: string }) =>
          a.overbooking_id < b.overbooking_id ? -1 : 1;
        expect(left).toEqual(after(house, moves).overbooked.sort(byId));
      }),
      RUNS,
    );
  });

  it('leaves nothing more to plan once it is carried out', () => {
    fc.assert(
      fc.property(houses, (house) => {
        expect(planReallocation(after(house, planReallocation(house).moves)).moves).toEqual([]);
      }),
      RUNS,
    );
  });

  it('has no move that could be left out', () => {
    fc.assert(
      fc.property(houses, (house) => {
        const { moves, unresolved } = planReallocation(house);
        const lacks = (some: PlannedMove[]) =>
          after(house, some).overbooked.reduce((sum, { shortfall }) => sum + shortfall, 0);
        const all = unresolved.reduce((sum, { shortfall }) => sum + shortfall, 0);
        for (const move of moves) {
          const others = moves.filter((other) => other !== move);
          if (isPossible(house, others)) expect(lacks(others)).toBeGreaterThan(all);
        }
      }),
      RUNS,
    );
  });

  it('is the same in whatever order the house is told of', () => {
    fc.assert(
      fc.property(houses, fc.integer({ min: 1, max: 100 }), (house, seed) => {
        const told = {
          overbooked: shuffled(house.overbooked, seed),
          bookings: shuffled(house.bookings, seed),
          roomTypes: shuffled(house.roomTypes, seed),
          pages: shuffled(house.pages, seed),
        };
        expect(planReallocation(told)).toEqual(planReallocation(house));
      }),
      RUNS,
    );
  });
});

/** Multiples of any number below a prime are in another order for each. */
function shuffled<T>(list: T[], seed: number): T[] {
  const places = list.map((item, at) => ({ item, place: ((at + 1) * seed) % 101 }));
  return places.sort((a, b) => a.place - b.place).map(({ item }) => item);
}

/** Is there room for each of the moves, made in this order? */
function isPossible(house: PlanInput, moves: PlannedMove[]): boolean {
  let pages = house.pages;
  return moves.every((move) => {
    const free = freeUnits(pages);
    pages = carryOut(pages, move);
    return stayDates(move.booking).every((date) => (free.get(`${move.to}#${date}`) ?? 0) >= move.booking.units);
  });
}
