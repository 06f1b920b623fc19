import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageId } from '../groupCommit/pageRef.ts';
import { type Item, meets, updated } from '../testing/expressions.ts';
import type { CalendarPage } from '../portable/items/calendarPage.ts';
import { type ChangeWrite, changeWrites } from '../portable/lifecycle/changeWrites.ts';
import { mergedWrites } from './mergedWrites.ts';
import { planCancel } from './planCancel.ts';
import { hotelWith, NIGHTS } from './testing/calendar.ts';
import { member } from './testing/members.ts';
import { roomsOf } from './testing/rooms.ts';
import { toInput } from './testing/singleSales.ts';

const NOW = Date.UTC(2026, 11, 1);
const TODAY = '2026-12-01';
const HOW = { reason: 'No time', waiveFee: false };
const { pages } = hotelWith(new Array(NIGHTS).fill({ available: 5, rate: 100, minStay: 1, flag: null }), 0);
const anySpans = fc.array(
  fc.record({
    first: fc.integer({ min: 0, max: 60 }),
    nights: fc.integer({ min: 1, max: 90 }),
    type: fc.constantFrom('DLX', 'STE'),
    units: fc.integer({ min: 1, max: 3 }),
  }),
  { minLength: 1, maxLength: 20 },
);
const room = {
  property_id: 'p',
  room_type_id: 'DLX',
  arrival: '2027-01-05',
  departure: '2027-01-08',
  units: 2,
  adults: 1,
  children: 0,
  currency: 'EUR',
};

/** The pages after updates that all hold. */
function carriedOut(writes: ChangeWrite[], pages: CalendarPage[]): Map<string, Item> {
  const after = new Map<string, Item>(pages.map((page) => [pageId(page), page]));
  for (const write of writes) {
    if (write.kind !== 'updatePage') continue;
    const page = after.get(pageId(write.key)) ?? null;
    if (!page || !meets(page, toInput(write))) throw new Error('An update does not hold.');
    after.set(pageId(write.key), updated(page, toInput(write)));
  }
  return after;
}

describe('cancelling the bookings of a group', () => {
  it('gives the pages what cancelling one by one gives them, each page once', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const rooms = roomsOf(spans);
        const { changes, kept } = planCancel(
          rooms.map((each) => member(each)),
          HOW,
          TODAY,
          NOW,
        );
        expect(changes).toHaveLength(rooms.length);
        expect(kept).toEqual([]);
        const merged = mergedWrites(changes);
        const ids = merged.flatMap((write) => (write.kind === 'updatePage' ? [pageId(write.key)] : []));
        expect(new Set(ids).size).toBe(ids.length);
        const [together, apart] = [merged, changes.flatMap(changeWrites)].map((writes) => carriedOut(writes, pages));
        for (const [id, page] of together) {
          expect(page.available_units).toEqual(apart.get(id)!.available_units);
          expect(page.reserved_units).toEqual(apart.get(id)!.reserved_units);
        }
        const puts = merged.flatMap((write) => (write.kind === 'putBooking' ? [write.item.booking_id] : []));
        expect(puts).toEqual(rooms.map(({ booking_id }) => booking_id));
      }),
    );
  });

  it('keeps who is in the house, came never or has left, says why, and passes over what is cancelled', () => {
    const statuses = ['CONFIRMED', 'CHECKED_IN', 'CANCELLED', 'NO_SHOW', 'CHECKED_OUT'] as const;
    const bookings = statuses.map((status) => member({ ...room, booking_id: status }, { status }));
    const { changes, kept, bookings: after } = planCancel(bookings, HOW, TODAY, NOW);
    expect(changes.map(({ before }) => before.booking_id)).toEqual(['CONFIRMED']);
    expect(kept.map(({ booking_id }) => booking_id)).toEqual(['CHECKED_IN', 'NO_SHOW', 'CHECKED_OUT']);
    expect(kept[0].message).toBe('A booking that is CHECKED_IN cannot be cancelled. Check the guest out instead.');
    expect(after.map(({ status }) => status)).toEqual([
      'CANCELLED',
      'CHECKED_IN',
      'CANCELLED',
      'NO_SHOW',
      'CHECKED_OUT',
    ]);
    expect(planCancel(after, HOW, TODAY, NOW).changes).toEqual([]);
  });

  it('keeps stays that are over', () => {
    const { changes, kept } = planCancel([member({ ...room, booking_id: 'b' })], HOW, '2027-01-08', NOW);
    expect(changes).toEqual([]);
    expect(kept).toEqual([{ booking_id: 'b', message: 'The stay is over and cannot be cancelled.' }]);
  });

  it('charges each booking by its own policy, unless the property waives it', () => {
    const late = { freeUntilDays: 300, feePercent: 10, feeNights: 0 };
    const bookings = [
      member({ ...room, booking_id: 'late' }, { cancellation: late, total_amount: 5000 }),
      member({ ...room, booking_id: 'free' }, { cancellation: { ...late, freeUntilDays: null } }),
    ];
    const feesOf = (waiveFee: boolean) =>
      planCancel(bookings, { reason: null, waiveFee }, TODAY, NOW).changes.map(({ after }) => after.cancel_fee);
    expect(feesOf(false)).toEqual([500, 0]);
    expect(feesOf(true)).toEqual([0, 0]);
  });
});
