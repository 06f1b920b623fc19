import { describe, expect, it } from 'vitest';
import { samplePage, sampleProperty, sampleRoomType, sampleStay, withFree } from '../testing/samples.ts';
import { proposeSisters, type Sister } from './proposeSisters.ts';

const origin = sampleProperty('lisbon-1');
const booking = sampleStay('b1', { units: 2 });

/** A sister so many degrees north. */
function sister(id: string, north: number, changes: Partial<Sister> = {}): Sister {
  const property = sampleProperty(id, { latitude: 38.7 + north });
  return { property, roomTypes: [sampleRoomType('DBL', 2)], pages: [samplePage('DBL', '2027-03', 2)], ...changes };
}
const propose = (...sisters: Sister[]) => proposeSisters({ origin, booking, rank: 2, sisters });
const ids = (...sisters: Sister[]) => propose(...sisters).map(({ property_id }) => property_id);

describe('proposeSisters', () => {
  it('proposes the two nearest, with what they sell the stay for', () => {
    const found = propose(sister('far', 0.2), sister('near', 0.01), sister('middle', 0.1));
    expect(found).toEqual([
      {
        booking_id: 'b1',
        property_id: 'near',
        room_type_id: 'DBL',
        distance_km: 1.1,
        price: { amount: 400, currency: 'EUR' },
      },
      expect.objectContaining({ property_id: 'middle', distance_km: 11.1 }),
    ]);
  });

  it('passes over itself and other groups', () => {
    const other = sister('other', 0.01, { property: sampleProperty('other', { group_id: 'sado' }) });
    expect(ids(sister('lisbon-1', 0), other)).toEqual([]);
    const alone = { ...origin, group_id: null };
    const loner = sister('loner', 0.01, { property: sampleProperty('loner', { group_id: null }) });
    expect(proposeSisters({ origin: alone, booking, rank: 2, sisters: [loner] })).toEqual([]);
  });

  it('puts unknown distances last, the cheapest of the equally near first', () => {
    const lost = sister('lost', 0, { property: sampleProperty('lost', { latitude: null }) });
    const dear = samplePage('DBL', '2027-03', 2, { rate: new Array<number>(31).fill(300) });
    expect(propose(lost, sister('near', 0.1))[1]).toMatchObject({ property_id: 'lost', distance_km: null });
    expect(ids(sister('a', 0.1, { pages: [dear] }), sister('b', 0.1))).toEqual(['b', 'a']);
    expect(ids(sister('d', 0.1), sister('c', 0.1))).toEqual(['c', 'd']);
  });

  it('needs a room type of the rank for the party', () => {
    expect(ids(sister('low', 0.1, { roomTypes: [sampleRoomType('DBL', 1)] }))).toEqual([]);
    expect(ids(sister('small', 0.1, { roomTypes: [sampleRoomType('DBL', 2, { adults: 1 })] }))).toEqual([]);
  });

  it('needs every night free without overselling, and open to a new sale', () => {
    const page = samplePage('DBL', '2027-03', 2);
    const generous = [sampleRoomType('DBL', 2, { oversell_allowance: 5 })];
    expect(ids(sister('full', 0.1, { roomTypes: generous, pages: [withFree(page, { 5: 1 })] }))).toEqual([]);
    expect(ids(sister('shut', 0.1, { pages: [{ ...page, closed: [4] }] }))).toEqual([]);
    expect(ids(sister('unsold', 0.1, { pages: [{ ...page, rate: page.rate.with(4, -1) }] }))).toEqual([]);
    expect(ids(sister('huge', 0.1, { pages: [{ ...page, rate: page.rate.map(() => 1_000_000_000) }] }))).toEqual([]);
    expect(ids(sister('unknown', 0.1, { pages: [] }))).toEqual([]);
  });

  it('guards a departure day in the next month', () => {
    const lastNights = sampleStay('b1', { arrival: '2027-03-30', departure: '2027-04-01' });
    const pages = [samplePage('DBL', '2027-03', 2), samplePage('DBL', '2027-04', 0, { closed_to_departure: [0] })];
    const request = { origin, booking: lastNights, rank: 2 };
    expect(proposeSisters({ ...request, sisters: [sister('a', 0.1, { pages })] })).toEqual([]);
    expect(proposeSisters({ ...request, sisters: [sister('a', 0.1)] })).toHaveLength(1);
  });

  it('offers the smallest upgrade of a sister, then the cheapest', () => {
    const roomTypes = [sampleRoomType('SUITE', 9), sampleRoomType('TWIN', 3), sampleRoomType('KING', 3)];
    const pages = [
      samplePage('SUITE', '2027-03', 2, { rate: new Array<number>(31).fill(10) }),
      samplePage('KING', '2027-03', 2, { rate: new Array<number>(31).fill(90) }),
      samplePage('TWIN', '2027-03', 2, { rate: new Array<number>(31).fill(80) }),
    ];
    expect(propose(sister('a', 0.1, { roomTypes, pages }))).toMatchObject([{ room_type_id: 'TWIN' }]);
  });
});
