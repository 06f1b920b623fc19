import { describe, expect, it } from 'vitest';
import { NO_RATE } from '../portable/items/calendarPage.ts';
import { type GroupPlan, planGroup } from './planGroup.ts';
import { pagesToRead } from './needs.ts';
import { hotel, page, request } from './testing/fixtures.ts';

const march = page('2027-03', 2);
const night = (id: string, changes = {}) => request(id, '2027-03-05', '2027-03-06', changes);

/** Booking ids by what became of them; commits apart. */
function ids({ commits, refusals, later }: GroupPlan) {
  return {
    commits: commits.map(({ grants }) => grants.map((grant) => grant.request.booking_id)),
    refusals: refusals.map(({ request: { booking_id }, refusal }) => [booking_id, refusal.type]),
    later: later.map(({ booking_id }) => booking_id),
  };
}

describe('planGroup', () => {
  it('serves first come first served, and who still fits after somebody who does not', () => {
    const plan = planGroup([night('a'), night('b', { units: 2 }), night('c'), night('d')], hotel([march]));
    expect(ids(plan)).toEqual({
      commits: [['a', 'c']],
      refusals: [
        ['b', 'SoldOut'],
        ['d', 'SoldOut'],
      ],
      later: [],
    });
    expect(plan.refusals[0].refusal.message).toBe('Only 1 left on the night of 2027-03-05.');
    expect(plan.commits[0].takes[0].taken).toEqual(march.rate.map((_, at) => (at === 4 ? 2 : 0)));
  });

  it('sells below zero by the room type allowance, no further', () => {
    const plan = planGroup([night('a', { units: 2 }), night('b'), night('c')], hotel([march], 1));
    expect(ids(plan)).toMatchObject({ commits: [['a', 'b']], refusals: [['c', 'SoldOut']] });
  });

  it.each([
    ['PriceChanged', { expected_total: 99 }, {}],
    ['CapacityExceeded', { adults: 3 }, {}],
    ['InvalidInput', { arrival: '2026-12-31' }, {}],
    ['NotFound', { room_type_id: 'STD' }, {}],
    ['NotFound', { departure: '2027-05-02' }, {}],
    ['LimitExceeded', {}, { rate: march.rate.map(() => 2_147_483_648) }],
    ['Closed', {}, { closed: [4] }],
    ['Closed', {}, { rate: march.rate.with(4, NO_RATE) }],
    ['ClosedToArrival', {}, { closed_to_arrival: [4] }],
    ['ClosedToDeparture', {}, { closed_to_departure: [5] }],
    ['MinimumStay', {}, { min_stay: march.min_stay.with(4, 2) }],
  ])('refuses with %s', (type, asked, stored) => {
    expect(ids(planGroup([night('a', asked)], hotel([{ ...march, ...stored }]))).refusals).toEqual([['a', type]]);
  });

  it('takes the rates of the day where no price was told, and the told price where it still holds', () => {
    const dear = { ...march, rate: march.rate.with(4, 120) };
    const plan = planGroup([night('a', { units: 2, expected_total: 240 })], hotel([dear]));
    expect(plan.commits[0].grants[0]).toMatchObject({ nightlyRates: [120], total: 240 });
    expect(planGroup([night('a')], hotel([dear])).commits[0].grants[0].total).toBe(120);
  });

  it('sends what shares no page apart, and what a stay connects together', () => {
    const pages = [march, page('2027-04', 9), page('2027-05', 9)];
    const requests = [
      night('a'),
      request('b', '2027-05-01', '2027-05-02'),
      request('c', '2027-04-10', '2027-04-11'),
      request('d', '2027-03-30', '2027-04-02'),
    ];
    const plan = planGroup(requests, hotel(pages));
    expect(ids(plan).commits).toEqual([['b'], ['a', 'c', 'd']]);
    expect(plan.commits[1].takes.map(({ page: { page: key } }) => key)).toEqual(['2027-03#DLX', '2027-04#DLX']);
  });

  it('checks a departure day of its own month once, unless somebody sleeps there', () => {
    const leaving = [request('a', '2027-03-30', '2027-04-01'), request('b', '2027-03-31', '2027-04-01')];
    const alone = planGroup(leaving, hotel([march])).commits[0];
    expect(alone.guards.map(({ ref }) => ref.page)).toEqual(['2027-04#DLX']);
    const april = [march, page('2027-04', 9)];
    const shared = planGroup([...leaving, request('c', '2027-04-01', '2027-04-02')], hotel(april)).commits[0];
    expect(shared.guards).toEqual([]);
    expect(shared.takes.map(({ hasArrivals, hasDepartures }) => [hasArrivals, hasDepartures])).toEqual([
      [true, false],
      [true, true],
    ]);
  });

  it('lets wait what a transaction has no place for, and everybody behind it on the same pages', () => {
    const pages = [page('2027-03', 9), page('2027-04', 9)];
    const requests = [
      night('a'),
      night('b'),
      request('c', '2027-03-31', '2027-04-02'),
      request('d', '2027-04-10', '2027-04-11'),
    ];
    expect(ids(planGroup(requests, hotel(pages), { items: 4, bookings: 3 }))).toEqual({
      commits: [['a', 'b']],
      refusals: [],
      later: ['c', 'd'],
    });
    expect(ids(planGroup(requests, hotel(pages), { items: 100, bookings: 1 }))).toMatchObject({
      commits: [['a']],
      later: ['b', 'c', 'd'],
    });
  });

  it('takes a booking that comes twice once', () => {
    expect(ids(planGroup([night('a'), night('a')], hotel([march])))).toMatchObject({ commits: [['a']], later: [] });
  });
});

it('pagesToRead names each page of nights and departures once', () => {
  const requests = [night('a'), request('b', '2027-03-30', '2027-04-01'), request('c', '2027-04-01', '2027-04-03')];
  expect(pagesToRead(requests)).toEqual([
    { property_id: 'p', page: '2027-03#DLX' },
    { property_id: 'p', page: '2027-04#DLX' },
  ]);
});
