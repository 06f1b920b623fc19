import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Commit } from '../groupCommit/commit.ts';
import type { Hotel } from '../groupCommit/hotel.ts';
import { pageId } from '../groupCommit/pageRef.ts';
import { type Item, meets, updated } from '../testing/expressions.ts';
import type { TransactItem } from '../groupCommit/transactItems.ts';
import { itemsOf } from './limits.ts';
import { planSale } from './planSale.ts';
import { saleItems } from './saleItems.ts';
import { hotelWith, NIGHTS, type Night } from './testing/calendar.ts';
import { roomsOf } from './testing/rooms.ts';
import { sellOneByOne } from './testing/singleSales.ts';

const TABLES = { inventory: 'Inventory', bookings: 'Bookings', operations: 'Operations' };
const NOW = Date.UTC(2027, 0, 1);
const guest = { name: 'Ada', email: 'ada@example.com' };
const group = { pk: 'g', sk: 'g', group_id: 'g', property_id: 'p', booking_ids: [], created_at: 'now' };
/** Source: DynamoDB developer guide, "Quotas", expression parameters. */
const OPERATORS = /[<>]?=|(?<= )[+-](?= )|\bAND\b|\bOR\b|\bNOT\b|contains|attribute_/g;

// Most nights allow everything, or nothing would ever be sold.
const seldom = <T>(common: T, ...rare: T[]) => fc.constantFrom(...new Array<T>(24).fill(common), ...rare);
const night: fc.Arbitrary<Night> = fc.record({
  available: fc.integer({ min: 2, max: 7 }),
  rate: fc.integer({ min: 0, max: 300 }),
  minStay: seldom(1, 2),
  flag: seldom<Night['flag']>(null, 'closed', 'closed_to_arrival', 'closed_to_departure', 'rate'),
});
const anyHotel = fc
  .tuple(fc.array(night, { minLength: NIGHTS, maxLength: NIGHTS }), fc.integer({ min: 0, max: 2 }))
  .map(([nights, allowance]) => hotelWith(nights, allowance));
const roomsWith = (longest: number, most: number) => {
  const span = fc.record({
    first: fc.integer({ min: 20, max: 40 }),
    nights: fc.integer({ min: 1, max: longest }),
    type: fc.constantFrom('DLX', 'STE'),
    units: fc.integer({ min: 1, max: 3 }),
  });
  return fc.array(span, { minLength: 1, maxLength: most }).map(roomsOf);
};
const anyRooms = fc.oneof({ weight: 5, arbitrary: roomsWith(4, 4) }, { weight: 1, arbitrary: roomsWith(90, 2) });
const manyRooms = roomsWith(90, 20);

const pageItems = (commit: Commit) => saleItems(group, [], commit, TABLES, NOW).slice(1) as TransactItem[];
const writeOf = (item: TransactItem) => ('Update' in item ? item.Update : item.ConditionCheck);
const idOf = (item: TransactItem) => pageId(writeOf(item).Key as { property_id: string; page: string });

/** The pages after the transaction; null where it is cancelled. */
function carriedOut(commit: Commit, pages: Map<string, Item>): Map<string, Item> | null {
  const items = pageItems(commit);
  if (!items.every((item) => meets(pages.get(idOf(item)) ?? null, writeOf(item)))) return null;
  const written = items.flatMap((item): [string, Item][] =>
    'Update' in item ? [[idOf(item), updated(pages.get(idOf(item))!, item.Update)]] : [],
  );
  return new Map([...pages, ...written]);
}

/** What is told apart by nothing but how many sales there were. */
const stockOf = (pages: Map<string, Item>) =>
  [...pages].map(([id, { version: _version, updated_at: _at, ...page }]) => [id, page]);
const shelf = ({ pages }: Hotel) => new Map<string, Item>(pages.map((page) => [pageId(page), page]));

describe('any rooms of any pages', () => {
  it('are planned if, and only if, they could be sold one by one; and then the pages lose the same', () => {
    let planned = 0;
    fc.assert(
      fc.property(anyHotel, anyRooms, (hotel, rooms) => {
        const plan = planSale(rooms, hotel, null);
        const singles = sellOneByOne(rooms, hotel);
        expect('commit' in plan).toBe(singles !== null);
        if (!('commit' in plan)) return;
        planned += 1;
        const after = carriedOut(plan.commit, shelf(hotel));
        expect(stockOf(after!)).toEqual(stockOf(singles!));
        for (const item of pageItems(plan.commit)) {
          if ('Update' in item) expect(after!.get(idOf(item))!.version).toBe(2);
        }
      }),
      { numRuns: 400 },
    );
    expect(planned).toBeGreaterThan(40);
  });

  it('are sold beside others all together or not at all, and never what is not there', () => {
    const ends = { sold: 0, cancelled: 0 };
    fc.assert(
      fc.property(anyHotel, anyRooms, anyRooms, (hotel, rooms, others) => {
        const plan = planSale(rooms, hotel, null);
        const meanwhile = sellOneByOne(others, hotel);
        if (!('commit' in plan) || !meanwhile) return;
        const both = sellOneByOne(rooms, { ...hotel, pages: [...meanwhile.values()] });
        const after = carriedOut(plan.commit, new Map<string, Item>(meanwhile));
        expect(after === null).toBe(both === null);
        if (after) expect(stockOf(after)).toEqual(stockOf(both!));
        ends[after ? 'sold' : 'cancelled'] += 1;
      }),
      { numRuns: 2000 },
    );
    expect(ends.sold).toBeGreaterThan(20);
    expect(ends.cancelled).toBeGreaterThan(0);
  });

  it('of one are what a single sale is', () => {
    fc.assert(
      fc.property(anyHotel, anyRooms, (hotel, [room]) => {
        const plan = planSale([room], hotel, null);
        const single = sellOneByOne([room], hotel);
        expect('commit' in plan).toBe(single !== null);
        if (!('commit' in plan)) return;
        const versions = (pages: Map<string, Item>) => [...pages].map(([id, { version }]) => [id, version]);
        const after = carriedOut(plan.commit, shelf(hotel))!;
        expect(versions(after)).toEqual(versions(single!));
        expect(stockOf(after)).toEqual(stockOf(single!));
      }),
    );
  });

  it('write each page once, within 4 KB and 300 operators an expression', () => {
    const generous = anyHotel.map((hotel) => ({
      ...hotel,
      pages: hotel.pages.map(({ closed: _, closed_to_arrival: _in, closed_to_departure: _out, ...page }) => ({
        ...page,
        available_units: page.available_units.map(() => 1000),
        rate: page.rate.map((rate) => Math.max(0, rate)),
        min_stay: page.min_stay.map(() => 1),
      })),
    }));
    fc.assert(
      fc.property(generous, manyRooms, (hotel, rooms) => {
        const inside = rooms.filter(({ departure }) => departure <= '2027-06-01');
        if (inside.length === 0) return;
        const plan = planSale(inside, hotel, null);
        if (!('commit' in plan)) throw new Error(plan.refusal.message);
        const items = pageItems(plan.commit);
        const order = { rooms: inside.map((request) => ({ bookingId: '', reference: '', request, guest })) };
        expect(itemsOf(order)).toBe(1 + inside.length + items.length);
        expect(new Set(items.map(idOf)).size).toBe(items.length);
        for (const item of items) {
          const { ConditionExpression } = writeOf(item);
          for (const text of [ConditionExpression, 'Update' in item ? item.Update.UpdateExpression : '']) {
            expect(text.length).toBeLessThan(4096);
            expect((text.match(OPERATORS) ?? []).length).toBeLessThanOrEqual(300);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
