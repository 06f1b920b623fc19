import fc from 'fast-check';
import { expect, it } from 'vitest';
import { emptyPage } from '../../inventory/emptyPage.ts';
import { type NightDrift, driftOf } from '../../reconciliation/drift.ts';
import { takenNights } from '../../reconciliation/takenNights.ts';
import type { BookingItem } from '../items/booking.ts';
import { becomes, type Change } from './change.ts';
import { changeWrites } from './changeWrites.ts';
import { commandRefusal } from './commandRefusal.ts';
import { endEarly } from './endEarly.ts';
import { extendHold } from './extendHold.ts';
import { modify } from '../modify/modify.ts';
import { type Wanted, wantedOf } from '../modify/modifiedBooking.ts';
import { modifyRefusal } from '../modify/modifyRefusal.ts';
import { MemoryStore } from '../../testing/memoryStore.ts';
import type { Command } from './transitions.ts';

const PAGES = ['2027-03#DLX', '2027-04#DLX', '2027-03#STD', '2027-04#STD'].map((page) => ({ property_id: 'p', page }));
const START = Date.parse('2027-03-29T10:00:00Z');
const HOLD_MS = 3_000;
const COMMANDS = ['release', 'confirm', 'expire', 'cancel', 'extend', 'checkIn', 'checkOut', 'markNoShow'] as const;
const TODAY = '2027-03-30';

type Act = {
  booking: number;
  command: (typeof COMMANDS)[number] | { modify: Partial<Wanted> };
  readAt: number;
  writeAt: number;
};

/** What is decided by the booking as it was read; null where the command is refused. */
function decide(store: MemoryStore, booking: BookingItem, command: Act['command'], now: number): Change | null {
  const name: Command = typeof command === 'string' ? command : 'modify';
  if (commandRefusal(name, booking, now)) return null;
  if (typeof command !== 'string') return decideModify(store, booking, command.modify, now);
  switch (command) {
    case 'release':
      return becomes(booking, 'RELEASED', {}, now);
    case 'confirm':
      return becomes(booking, 'CONFIRMED', {}, now);
    case 'expire':
      return becomes(booking, 'EXPIRED', {}, now);
    case 'cancel':
      return becomes(booking, 'CANCELLED', {}, now);
    case 'extend':
      return extendHold(booking, now + HOLD_MS, now);
    case 'checkIn':
      return becomes(booking, 'CHECKED_IN', {}, now);
    case 'checkOut':
      return endEarly(booking, 'CHECKED_OUT', {}, TODAY, now);
    case 'markNoShow':
      return endEarly(booking, 'NO_SHOW', {}, TODAY, now);
    default:
      return command satisfies never;
  }
}

function decideModify(store: MemoryStore, booking: BookingItem, changes: Partial<Wanted>, now: number): Change | null {
  const { room_type_id: roomTypeId, arrival, departure, units } = changes;
  const wanted = wantedOf(booking, { id: booking.booking_id, roomTypeId, arrival, departure, units });
  if (wanted.departure <= wanted.arrival) return null;
  const pages = Object.fromEntries(PAGES.map((ref) => [ref.page, store.page(ref)]));
  return modifyRefusal(booking, wanted, pages, 0) ? null : modify(booking, wanted, pages, 0, now);
}

const dates = ['2027-03-29', '2027-03-30', '2027-03-31', '2027-04-01', '2027-04-02', '2027-04-03'];
const modification = fc.record(
  {
    room_type_id: fc.constantFrom('DLX', 'STD'),
    arrival: fc.constantFrom(...dates.slice(0, 3)),
    departure: fc.constantFrom(...dates.slice(2)),
    units: fc.integer({ min: 1, max: 4 }),
  },
  { requiredKeys: [] },
);
const act: fc.Arbitrary<Act> = fc
  .record({
    booking: fc.nat({ max: 2 }),
    command: fc.oneof(fc.constantFrom(...COMMANDS), fc.record({ modify: modification })),
    readAt: fc.nat({ max: 40 }),
    takes: fc.nat({ max: 6 }),
  })
  .map(({ takes, ...rest }) => ({ ...rest, writeAt: rest.readAt + takes }));

function heldBooking(at: number): BookingItem {
  const stay = { property_id: 'p', room_type_id: 'DLX', arrival: dates[1], departure: dates[4], units: 1 + (at % 2) };
  const request = { ...stay, adults: 1, children: 0 };
  const guest = { name: 'Ada', email: 'ada@example.com' };
  return {
    ...request,
    booking_id: `b${at}`,
    created_by: 'x',
    status: 'HELD',
    version: 1,
    nights: 3,
    nightly_rates: [100, 100, 100],
    total_amount: 300 * stay.units,
    currency: 'EUR',
    time_zone: 'UTC',
    guest,
    request,
    request_guest: guest,
    hold_until: START + HOLD_MS,
    held_at: START,
    claim: `CLAIM#${at}`,
    created_at: 'then',
    updated_at: 'then',
  };
}

function openStore(): MemoryStore {
  const store = new MemoryStore();
  const bookings = [0, 1, 2].map(heldBooking);
  for (const ref of PAGES) {
    const [month, roomTypeId] = ref.page.split('#');
    const empty = emptyPage('p', roomTypeId, month, 'then');
    const page = { ...empty, total_units: empty.rate.map(() => 6), rate: empty.rate.map(() => 100) };
    const taken = takenNights(page, bookings);
    store.putPage({
      ...page,
      available_units: taken.map(({ held }) => 6 - held),
      reserved_units: taken.map(({ held }) => held),
    });
  }
  for (const booking of bookings) store.putBooking(booking);
  return store;
}

/** Nights whose units the pages tell otherwise than the bookings. */
function drift(store: MemoryStore): NightDrift[] {
  const bookings = ['b0', 'b1', 'b2'].map((id) => store.booking(id));
  return PAGES.flatMap((ref) => driftOf(store.page(ref), takenNights(store.page(ref), bookings)));
}

it('commands that race in any order move each unit once, and none is sold twice or lost', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 1, maxLength: 30 }), (acts) => {
      const store = openStore();
      const pending = new Map<Act, Change>();
      for (let step = 0; step <= 46; step++) {
        // Ten steps a second: holds run out on the way.
        const now = START + step * 100;
        for (const each of acts.filter(({ readAt }) => readAt === step)) {
          const change = decide(store, store.booking(`b${each.booking}`), each.command, now);
          if (change) pending.set(each, change);
        }
        for (const [each, change] of pending) {
          if (each.writeAt !== step) continue;
          const before = store.booking(`b${each.booking}`);
          const isDone = store.transact(changeWrites(change));
          expect(isDone && before.version !== change.before.version).toBe(false);
          expect(drift(store)).toEqual([]);
        }
      }
      for (const ref of PAGES) {
        const { available_units, reserved_units } = store.page(ref);
        for (const units of [...available_units, ...reserved_units]) expect(units).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 300 },
  );
});
