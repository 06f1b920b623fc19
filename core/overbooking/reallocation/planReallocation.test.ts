import { describe, expect, it } from 'vitest';
import { overbookedNights } from '../overbookedNight.ts';
import { samplePage, sampleRoomType, sampleStay, withFree } from '../testing/samples.ts';
import type { StayBooking } from './booking.ts';
import type { PlanInput } from './plan.ts';
import { planReallocation } from './planReallocation.ts';

const roomTypes = [sampleRoomType('STD', 1), sampleRoomType('DLX', 2), sampleRoomType('SUITE', 3)];
const std = samplePage('STD', '2027-03', 0);
const dlx = samplePage('DLX', '2027-03', 2);
const suite = samplePage('SUITE', '2027-03', 2);
/** The night of 5 March lacks units. */
const short = (units: number) => withFree(std, { 4: -units });
const made = (day: number) => ({ created_at: `2027-01-0${day}T00:00:00.000Z` });

function plan(bookings: StayBooking[], changes: Partial<PlanInput> = {}) {
  const input = { bookings, roomTypes, pages: [short(1), dlx, suite], ...changes };
  const overbooked = input.pages.flatMap((page) => overbookedNights(page, 0));
  return planReallocation({ overbooked, ...input });
}
const moves = (...args: Parameters<typeof plan>) =>
  plan(...args).moves.map(({ booking, from, to }) => `${booking.booking_id}: ${from} > ${to}`);

describe('who is moved', () => {
  it('is the newest booking, as a whole stay', () => {
    const { moves: planned, unresolved } = plan([sampleStay('old', made(1)), sampleStay('new', made(2))]);
    expect(planned).toEqual([
      {
        booking: sampleStay('new', made(2)),
        from: 'STD',
        to: 'DLX',
        relieves: [{ overbooking_id: 'lisbon-1#STD#2027-03-05', date: '2027-03-05', floor: 0 }],
      },
    ]);
    expect(unresolved).toEqual([]);
  });

  it('is nobody who would relieve nothing', () => {
    expect(
      moves([sampleStay('later', { arrival: '2027-03-06' }), sampleStay('else', { room_type_id: 'DLX' })]),
    ).toEqual([]);
    expect(moves([sampleStay('b')], { pages: [std, dlx], overbooked: [] })).toEqual([]);
  });

  it('is a held one last, and never a guest in the house or who has no units', () => {
    const held = sampleStay('held', { status: 'HELD', ...made(3) });
    expect(moves([held, sampleStay('sold', made(1))])).toEqual(['sold: STD > DLX']);
    expect(moves([held])).toEqual(['held: STD > DLX']);
    const stay: StayBooking['status'][] = ['CHECKED_IN', 'QUEUED', 'REFUSED', 'CANCELLED', 'CHECKED_OUT'];
    const gone: StayBooking['status'][] = ['RELEASED', 'EXPIRED', 'DECLINED', 'NO_SHOW'];
    expect(moves([...stay, ...gone].map((status) => sampleStay(status, { status })))).toEqual([]);
  });

  it('is all units of a booking or none', () => {
    expect(moves([sampleStay('three', { units: 3, ...made(2) }), sampleStay('one', made(1))])).toEqual([
      'one: STD > DLX',
    ]);
  });

  it('is no one whom a later move made unnecessary', () => {
    const bookings = [sampleStay('single', made(2)), sampleStay('double', { units: 2, ...made(1) })];
    expect(moves(bookings, { pages: [short(2), samplePage('DLX', '2027-03', 3)] })).toEqual(['double: STD > DLX']);
  });

  it('is no more than it takes, over several nights', () => {
    const pages = [withFree(std, { 4: -1, 5: -1, 6: -1 }), dlx];
    const bookings = [
      sampleStay('a', { arrival: '2027-03-05', departure: '2027-03-06', ...made(4) }),
      sampleStay('b', { arrival: '2027-03-05', departure: '2027-03-08', ...made(3) }),
    ];
    expect(moves(bookings, { pages })).toEqual(['b: STD > DLX']);
  });
});

describe('where they are moved', () => {
  it('is the smallest upgrade, and of equal ranks the cheapest, unsold ones last', () => {
    const cheaper = { ...samplePage('TWIN', '2027-03', 2), rate: dlx.rate.map(() => 90) };
    const unsold = { ...samplePage('LOFT', '2027-03', 2), rate: dlx.rate.map(() => -1) };
    const types = [...roomTypes, sampleRoomType('TWIN', 2), sampleRoomType('LOFT', 2)];
    const pages = [short(1), suite, dlx, cheaper, unsold];
    expect(moves([sampleStay('b')], { roomTypes: types, pages })).toEqual(['b: STD > TWIN']);
    expect(moves([sampleStay('b')], { roomTypes: types, pages: [short(1), suite, unsold] })).toEqual(['b: STD > LOFT']);
  });

  it('is never a lower rank, nor a room too small', () => {
    const worse = [sampleRoomType('STD', 1), sampleRoomType('DLX', 0)];
    expect(moves([sampleStay('b')], { roomTypes: worse })).toEqual([]);
    const small = [sampleRoomType('STD', 1), sampleRoomType('DLX', 2, { adults: 1, children: 2 })];
    expect(moves([sampleStay('b')], { roomTypes: small })).toEqual([]);
    expect(moves([sampleStay('b', { adults: 1, children: 2 })], { roomTypes: small })).toEqual(['b: STD > DLX']);
  });

  it('is free for all nights, without the allowance', () => {
    const generous = roomTypes.map((roomType) => ({ ...roomType, oversell_allowance: 5 }));
    const pages = [short(1), withFree(dlx, { 5: 0 })];
    expect(moves([sampleStay('b')], { roomTypes: generous, pages })).toEqual([]);
    const overMonths = sampleStay('b', { departure: '2027-04-02' });
    expect(moves([overMonths])).toEqual([]);
    expect(moves([overMonths], { pages: [short(1), dlx, samplePage('DLX', '2027-04', 1)] })).toEqual(['b: STD > DLX']);
  });

  it('may be closed to new sales', () => {
    const shut = { ...dlx, closed: [4, 5], closed_to_arrival: [4], min_stay: dlx.min_stay.map(() => 9) };
    expect(moves([sampleStay('b')], { pages: [short(1), shut] })).toEqual(['b: STD > DLX']);
  });

  it('counts what the plan itself took and gave back', () => {
    const both = [sampleStay('a', made(1)), sampleStay('b', made(2))];
    const one = samplePage('DLX', '2027-03', 1);
    expect(moves(both, { pages: [short(2), one, suite] })).toEqual(['b: STD > DLX', 'a: STD > SUITE']);
  });

  it('is tried again once a later move left room', () => {
    // The newer, a party of three, fits the deluxe only, whose night is taken until the older one has left it.
    const bookings = [
      sampleStay('std', { adults: 3, departure: '2027-03-06', ...made(2) }),
      sampleStay('dlx', { room_type_id: 'DLX', ...made(1) }),
    ];
    const types = [roomTypes[0], sampleRoomType('DLX', 2, { adults: 3 }), roomTypes[2]];
    const pages = [short(1), withFree(dlx, { 4: 0, 5: -1 }), suite];
    expect(moves(bookings, { roomTypes: types, pages })).toEqual(['dlx: DLX > SUITE', 'std: STD > DLX']);
  });

  it('is not taken away again by leaving out the move that made room', () => {
    // The two units that leave last make up for the first on 6 March, but not for the night it left to the second.
    const bookings = [
      sampleStay('first', { room_type_id: 'DLX', ...made(3) }),
      sampleStay('second', { adults: 3, departure: '2027-03-06', ...made(2) }),
      sampleStay('last', { room_type_id: 'DLX', units: 2, arrival: '2027-03-06', ...made(1) }),
    ];
    const types = [roomTypes[0], sampleRoomType('DLX', 2, { adults: 3 }), roomTypes[2]];
    const pages = [short(1), withFree(dlx, { 4: 0, 5: -2 }), samplePage('SUITE', '2027-03', 3)];
    const all = ['first: DLX > SUITE', 'second: STD > DLX', 'last: DLX > SUITE'];
    expect(moves(bookings, { roomTypes: types, pages })).toEqual(all);
  });
});

describe('what is left', () => {
  it('names the units that lack and who could be walked, in order', () => {
    const bookings = [
      sampleStay('old', made(1)),
      sampleStay('new', made(3)),
      sampleStay('here', { status: 'CHECKED_IN', ...made(2) }),
    ];
    expect(plan(bookings, { pages: [short(3), samplePage('DLX', '2027-03', 0)] })).toMatchObject({
      moves: [],
      unresolved: [{ date: '2027-03-05', shortfall: 3, candidates: ['new', 'old'] }],
    });
    const some = plan(bookings, { pages: [short(3), samplePage('DLX', '2027-03', 1)] });
    expect(some.moves).toHaveLength(1);
    expect(some.unresolved).toMatchObject([{ shortfall: 2, candidates: ['old'] }]);
  });

  it('is nothing where staff accepted the rest', () => {
    const [night] = overbookedNights(short(3), 0);
    const bookings = [1, 2, 3].map((day) => sampleStay(`b${day}`, made(day)));
    const input = { overbooked: [{ ...night, shortfall: 1 }], pages: [short(3), dlx] };
    expect(plan(bookings, input)).toMatchObject({ moves: [{ relieves: [{ floor: -2 }] }], unresolved: [] });
  });
});
