import { describe, expect, it } from 'vitest';
import { overbookingId } from '../overbookedNight.ts';
import { samplePage, sampleProperty, sampleRoomType, sampleStay } from '../testing/samples.ts';
import { distanceBetween, nearest } from './nearest.ts';
import type { Sister } from './proposeSisters.ts';
import { proposeWalks } from './proposeWalks.ts';

const roomNight = { property_id: 'lisbon-1', room_type_id: 'STD', date: '2027-03-05' };
const night = (shortfall: number, ...candidates: string[]) => {
  return { ...roomNight, overbooking_id: overbookingId(roomNight), shortfall, candidates };
};
const sister = (id: string): Sister => ({
  property: sampleProperty(id),
  roomTypes: [sampleRoomType('STD', 1, { property_id: id })],
  pages: [samplePage('STD', '2027-03', 2, { property_id: id })],
});
const request = {
  bookings: [sampleStay('b1'), sampleStay('b2', { adults: 9 }), sampleStay('b3', { units: 2 })],
  origin: sampleProperty('lisbon-1'),
  roomTypes: [sampleRoomType('STD', 1)],
  sisters: ['lisbon-2', 'lisbon-3', 'lisbon-4'].map(sister),
};
const walked = (proposals: { booking_id: string }[]) => proposals.map(({ booking_id }) => booking_id);

describe('proposals for a night', () => {
  it('are two for one booking, where one is enough', () => {
    expect(walked(proposeWalks({ ...request, night: night(1, 'b1', 'b3') }))).toEqual(['b1', 'b1']);
  });

  it('go on until the night would be relieved, past guests whom nobody can take', () => {
    const proposals = proposeWalks({ ...request, night: night(3, 'b2', 'b1', 'b3') });
    expect(walked(proposals)).toEqual(['b1', 'b1', 'b3', 'b3']);
  });

  it('are none without sisters or candidates', () => {
    expect(proposeWalks({ ...request, sisters: [], night: night(1, 'b1') })).toEqual([]);
    expect(proposeWalks({ ...request, night: night(1) })).toEqual([]);
  });

  it('stay few enough to be read', () => {
    const bookings = Array.from({ length: 20 }, (_, at) => sampleStay(`b${at}`));
    const ids = bookings.map(({ booking_id }) => booking_id);
    expect(proposeWalks({ ...request, bookings, night: night(20, ...ids) })).toHaveLength(10);
  });
});

it('properties are ordered by distance, those of unknown places last', () => {
  const at = (property_id: string, latitude?: number) => ({ property_id, latitude, longitude: -9.1 });
  const here = at('here', 38.7);
  const ordered = nearest(here, [at('unknown'), at('far', 41), at('b', 38.8), at('a', 38.8)]);
  expect(ordered.map(({ property_id }) => property_id)).toEqual(['a', 'b', 'far', 'unknown']);
  expect(distanceBetween(here, ordered[0])).toBe(11.1);
  expect(distanceBetween(here, ordered[3])).toBeNull();
});
