import fc from 'fast-check';
import { expect, it } from 'vitest';
import { driftOf } from '../reconciliation/drift.ts';
import { takenNights } from '../reconciliation/takenNights.ts';
import { MemoryStore } from '../testing/memoryStore.ts';
import type { BookingItem } from '../portable/items/booking.ts';
import type { PropertyItem } from '../portable/items/catalog.ts';
import { waitlistItem } from '../portable/items/waitlist.ts';
import { becomes, type Change, withStatus } from '../portable/lifecycle/change.ts';
import { changeWrites } from '../portable/lifecycle/changeWrites.ts';
import { decideOffers } from './decideOffers.ts';
import { changed, type House } from './house.ts';
import { jointWrites } from './jointWrites.ts';
import { offer } from './offer.ts';
import { pagesOf } from './reach.ts';
import { MONTHS, waitedPage, waitingBooking, type Wish } from './testing/samples.ts';

const TOTAL = 3;
const NOW = Date.parse('2026-11-21T12:00:00Z');
const TERMS = { oversellAllowance: 0, currency: 'EUR', today: '2026-11-21', most: 20 };
const property = { property_id: 'p', time_zone: 'UTC', currency: 'EUR' } as PropertyItem;
const KEYS = MONTHS.map((month) => `${month}#DLX`);

const wish: fc.Arbitrary<Wish> = fc.record({
  from: fc.nat({ max: 6 }),
  nights: fc.integer({ min: 1, max: 4 }),
  units: fc.integer({ min: 1, max: 2 }),
});

/** Bookings that have their nights, as many as there is room for, and bookings that wait. */
function openStore(sold: Wish[], wanted: Wish[], status: 'CONFIRMED' | 'HELD') {
  const store = new MemoryStore();
  const all = sold.map((each, at): BookingItem => ({ ...waitingBooking(each, 100 + at), status, hold_until: NOW + 9 }));
  const fits = (bookings: BookingItem[]) =>
    MONTHS.every((month) =>
      takenNights(waitedPage(month, TOTAL), bookings).every((night) => night.sold + night.held <= TOTAL),
    );
  const stays = all.reduce<BookingItem[]>((had, each) => (fits([...had, each]) ? [...had, each] : had), []);
  for (const month of MONTHS) {
    const page = waitedPage(month, TOTAL);
    const taken = takenNights(page, stays);
    page.available_units = taken.map((night) => TOTAL - night.sold - night.held);
    page.reserved_units = taken.map(({ held }) => held);
    store.putPage(page);
  }
  const waiting = wanted.map(waitingBooking);
  for (const booking of [...stays, ...waiting]) store.putBooking(booking);
  return { store, stays, waiting };
}

const read = (store: MemoryStore): House => new Map(KEYS.map((page) => [page, store.page({ property_id: 'p', page })]));

/** What is written as the booking gives its nights back. */
function free(house: House, change: Change, waiting: BookingItem[]) {
  const line = waiting.map(waitlistItem);
  const picks = decideOffers(line, changed(house, change.pages)!, TERMS);
  const byId = new Map(waiting.map((booking) => [booking.booking_id, booking]));
  const offers = picks.map((pick) => offer(byId.get(pick.place.booking_id)!, pick, property, NOW)!);
  const left = line.filter(({ booking_id }) => !offers.some(({ before }) => before.booking_id === booking_id));
  const writes = jointWrites({
    propertyId: 'p',
    changes: [change, ...offers],
    house,
    decidedBy: line.flatMap(pagesOf),
    cleared: left.length === 0 ? KEYS : [],
    now: 'now',
  });
  return { writes, offers };
}

const statusesOf = (store: MemoryStore, bookings: BookingItem[]) =>
  bookings.map(({ booking_id }) => store.booking(booking_id));

it('what is given back and what is offered of it move together, and pages tell what bookings have', () => {
  const status = fc.constantFrom('CONFIRMED' as const, 'HELD' as const);
  fc.assert(
    fc.property(
      fc.array(wish, { minLength: 1, maxLength: 6 }),
      fc.array(wish, { maxLength: 6 }),
      status,
      (sold, wanted, is) => {
        const { store, stays, waiting } = openStore(sold, wanted, is);
        for (const booking of stays) {
          const still = statusesOf(store, waiting).filter(({ status: now }) => now === 'WAITLISTED');
          const end = is === 'HELD' ? 'RELEASED' : 'CANCELLED';
          const change = becomes(store.booking(booking.booking_id), end, {}, NOW);
          const before = read(store);
          const { writes, offers } = free(before, change, still);
          expect(store.transact(writes)).toBe(true);
          const bookings = statusesOf(store, [...stays, ...waiting]);
          for (const [key, page] of before) {
            const now = store.page({ property_id: 'p', page: key });
            expect(driftOf(now, takenNights(now, bookings))).toEqual([]);
            expect(now.available_units.every((units) => units >= 0)).toBe(true);
            const given = takenNights(now, [change.before]);
            const offered = takenNights(
              now,
              offers.map(({ after }) => after),
            );
            expect(now.available_units).toEqual(
              page!.available_units.map(
                (units, night) => units + given[night].sold + given[night].held - offered[night].held,
              ),
            );
          }
          // Whoever waits on does not fit, so nobody is forgotten.
          const left = statusesOf(store, waiting).filter(({ status: now }) => now === 'WAITLISTED');
          expect(decideOffers(left.map(waitlistItem), read(store), TERMS)).toEqual([]);
        }
      },
    ),
    { numRuns: 200 },
  );
});

it('past those who wait nothing is given back, and what was decided by another page is not written', () => {
  const stay = { from: 0, nights: 2, units: 3 };
  const { store, stays, waiting } = openStore([stay], [{ ...stay, units: 1 }], 'CONFIRMED');
  const change = becomes(stays[0], 'CANCELLED', {}, NOW);
  expect(store.transact(changeWrites(change))).toBe(false);
  const { writes } = free(read(store), change, waiting);
  // Somebody else writes the page meanwhile.
  const { page, version } = store.page({ property_id: 'p', page: KEYS[0] });
  store.putPage({ ...store.page({ property_id: 'p', page }), version: version + 1 });
  expect(store.transact(writes)).toBe(false);
  expect(store.transact(free(read(store), change, waiting).writes)).toBe(true);
  const now = store.page({ property_id: 'p', page: KEYS[0] });
  expect([now.version, now.waiting]).toEqual([version + 2, undefined]);
  expect(store.booking('w0')).toMatchObject({ status: 'HELD', offered_from_waitlist: true, hold_until: NOW + 900_000 });
});

it('an offer is made of what waits only', () => {
  const booking = waitingBooking({ from: 0, nights: 1, units: 1 }, 0);
  const pick = { place: waitlistItem(booking), nightlyRates: [100], total: 100 };
  expect(offer(withStatus(booking, 'RELEASED', {}, NOW), pick, property, NOW)).toBeNull();
});
