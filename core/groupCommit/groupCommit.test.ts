import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarPage } from '../portable/items/calendarPage.ts';
import type { Limits } from './groups.ts';
import type { QueuedBooking } from './queuedBooking.ts';
import type { Outcome } from './round.ts';
import { nightNumbers, page, request } from './testing/fixtures.ts';
import { MemoryTables } from './testing/memoryTables.ts';
import { type Fault, work } from './testing/worker.ts';
import type { TransactItem } from './transactItems.ts';

const MONTHS = ['2027-03', '2027-04', '2027-05', '2027-06'];
const ALL = MONTHS.map((month) => ({ property_id: 'p', page: `${month}#DLX` }));
const DAYS = 122;
const FIRST = Date.UTC(2027, 2, 1) / 86_400_000;
const date = (day: number) => new Date((FIRST + day) * 86_400_000).toISOString().slice(0, 10);

/** Mostly the same few nights, some across months. */
const arrival = fc.oneof(fc.integer({ min: 28, max: 33 }), fc.nat({ max: DAYS - 12 }));
const nights = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.integer({ min: 5, max: 70 }));
const wish = fc.record({
  arrival,
  nights,
  units: fc.integer({ min: 1, max: 3 }),
  isQuoted: fc.boolean(),
});
const action = fc.oneof(
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('step' as const), worker: fc.nat({ max: 5 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('deliver' as const), count: fc.integer({ min: 1, max: 16 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('die' as const), worker: fc.nat({ max: 5 }) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'land' as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('sale' as const), day: fc.integer({ min: 26, max: 36 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rate' as const), day: fc.integer({ min: 26, max: 36 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), day: fc.integer({ min: 26, max: 36 }) }) },
);
const fault = fc.constantFrom<Fault>('none', 'none', 'none', 'conflict', 'answerLost', 'requestLost', 'late');
const scenario = fc.record({
  wishes: fc.array(wish, { minLength: 1, maxLength: 16, size: 'max' }),
  units: fc.integer({ min: 1, max: 8 }),
  allowance: fc.nat({ max: 2 }),
  limits: fc.constantFrom<Limits>(
    { items: 100, bookings: 90 },
    { items: 8, bookings: 90 },
    { items: 100, bookings: 3 },
  ),
  actions: fc.array(action, { maxLength: 100, size: 'max' }),
  faults: fc.array(fault, { maxLength: 30, size: 'max' }),
});
type Scenario = typeof scenario extends fc.Arbitrary<infer S> ? S : never;

/** The room type, its queue, and everybody who sells from it. */
class World {
  readonly requests: QueuedBooking[];
  readonly tables: MemoryTables;
  readonly sales = new Array<number>(DAYS).fill(0);
  readonly #setup: Scenario;
  readonly #faults: Fault[];
  readonly #postponed: TransactItem[][] = [];
  #workers: Generator<undefined>[] = [];

  constructor(setup: Scenario) {
    this.#setup = setup;
    this.#faults = [...setup.faults];
    this.requests = setup.wishes.map((asked, at) => {
      const departure = date(Math.min(asked.arrival + asked.nights, DAYS));
      const stay = request(`b${at}`, date(asked.arrival), departure, { units: asked.units });
      return asked.isQuoted ? { ...stay, expected_total: nightNumbers(stay).length * asked.units * 100 } : stay;
    });
    const pages = MONTHS.map((month) => page(month, setup.units));
    this.tables = new MemoryTables(pages, this.requests);
  }

  run(): void {
    for (const next of this.#setup.actions) this.#act(next);
    // Whoever is still at it dies, what was on its way arrives, and the queue delivers once more.
    while (this.#postponed.length > 0) this.#land();
    this.#faults.length = 0;
    this.#deliver(this.requests.length);
    const last = this.#workers.at(-1)!;
    while (!last.next().done);
  }

  #act(next: Scenario['actions'][number]): void {
    switch (next.kind) {
      case 'deliver':
        return this.#deliver(next.count);
      case 'step':
        this.#workers[next.worker % this.#workers.length]?.next();
        return;
      case 'die':
        this.#workers.splice(next.worker % this.#workers.length, 1);
        return;
      case 'land':
        return this.#land();
      case 'sale':
        return this.#sell(next.day);
      case 'rate':
        return this.#change(next.day, (stored, at) => ({ rate: stored.rate.with(at, 100 + next.day) }));
      case 'close':
        return this.#change(next.day, (stored, at) => ({
          closed: [...new Set([...(stored.closed ?? []), at])].sort((a, b) => a - b),
        }));
      default:
        next satisfies never;
    }
  }

  /** A queue that keeps order delivers the first messages again until they are done. */
  #deliver(count: number): void {
    const waiting = this.requests.map(({ booking_id }) => booking_id).slice(0, count);
    const { allowance, limits } = this.#setup;
    this.#workers.push(
      work(waiting, {
        tables: this.tables,
        allowance,
        limits,
        fault: () => this.#faults.shift() ?? 'none',
        postpone: (items) => this.#postponed.push(items),
        watch: (items, attempt) => this.#watch(items, attempt),
      }) as Generator<undefined>,
    );
  }

  #land(): void {
    const items = this.#postponed.shift();
    if (items) this.#watch(items, () => this.tables.transact(items));
  }

  /** What is done must be fair by the pages as they were the moment before, whatever was read when. */
  #watch(items: TransactItem[], attempt: () => Outcome): Outcome {
    const { limits } = this.#setup;
    const before = ALL.map((ref) => this.tables.page(ref)!);
    const outcome = attempt();
    expect(items.length).toBeLessThanOrEqual(limits.items);
    if (outcome.kind !== 'committed') return outcome;
    const confirmed = this.requests.filter(({ booking_id }) =>
      items.some((item) => 'Update' in item && item.Update.Key.booking_id === booking_id),
    );
    expect(confirmed.length).toBeLessThanOrEqual(limits.bookings);
    for (const asked of confirmed) {
      const slept = nightNumbers(asked).map((night) => nightOf(before, night));
      expect(slept.some(({ closed }) => closed)).toBe(false);
      const total = slept.reduce((sum, { rate }) => sum + rate * asked.units, 0);
      expect(this.tables.booking(asked.booking_id).total_amount).toBe(total);
      expect(asked.expected_total ?? total).toBe(total);
    }
    return outcome;
  }

  #sell(day: number): void {
    this.#change(day, (stored, at) => {
      if (stored.available_units[at] + this.#setup.allowance < 1) return {};
      this.sales[day]++;
      return { available_units: stored.available_units.with(at, stored.available_units[at] - 1) };
    });
  }

  #change(day: number, change: (stored: CalendarPage, at: number) => Partial<CalendarPage>): void {
    const [month, at] = [date(day).slice(0, 7), Number(date(day).slice(8)) - 1];
    const stored = this.tables.page({ property_id: 'p', page: `${month}#DLX` })!;
    this.tables.putPage({ ...stored, ...change(stored, at), version: stored.version + 1 });
  }
}

function nightOf(pages: CalendarPage[], number: number) {
  const text = date(number - FIRST);
  const stored = pages.find(({ page: key }) => key.startsWith(text.slice(0, 7)))!;
  const at = Number(text.slice(8)) - 1;
  return { rate: stored.rate[at], available: stored.available_units[at], closed: stored.closed?.includes(at) ?? false };
}

describe('the group commit, whatever is read, sent, lost, late and delivered when', () => {
  it('settles each booking once, sells each unit once, and serves first come first served', () => {
    fc.assert(
      fc.property(scenario, (setup) => {
        const world = new World(setup);
        world.run();
        const settled = world.requests.map(({ booking_id }) => world.tables.booking(booking_id));
        for (const booking of settled) {
          expect(booking.version).toBe(2);
          expect(['CONFIRMED', 'REFUSED']).toContain(booking.status);
        }
        checkSums(world, setup);
        checkOrder(settled);
        checkRefusals(world, setup);
      }),
      { numRuns: 400 },
    );
  });
});

function checkSums({ requests, tables, sales }: World, { units, allowance }: Scenario): void {
  const pages = ALL.map((ref) => tables.page(ref)!);
  const sold = [...sales];
  for (const asked of requests) {
    if (tables.booking(asked.booking_id).status !== 'CONFIRMED') continue;
    for (const night of nightNumbers(asked)) sold[night - FIRST] += asked.units;
  }
  sold.forEach((count, day) => {
    const { available } = nightOf(pages, FIRST + day);
    expect(available).toBe(units - count);
    expect(available).toBeGreaterThanOrEqual(-allowance);
  });
}

/**
 * Nobody gets what somebody before him was refused as sold out: units never come back here. Who insists on a price may
 * be passed over for that, and hear of it only after the room is sold.
 */
function checkOrder(settled: (QueuedBooking & { status: string; refusal_type?: string })[]): void {
  settled.forEach((first, at) => {
    if (first.refusal_type !== 'SoldOut' || first.expected_total !== undefined) return;
    const wanted = new Set(nightNumbers(first));
    const overtakers = settled
      .slice(at + 1)
      .filter(({ status, units }) => status === 'CONFIRMED' && units >= first.units)
      .filter((later) => wanted.isSubsetOf(new Set(nightNumbers(later))));
    expect(overtakers).toEqual([]);
  });
}

/** Who was refused as sold out could not be served with what is left now either: nobody took a room in vain. */
function checkRefusals({ requests, tables }: World, { allowance }: Scenario): void {
  const pages = ALL.map((ref) => tables.page(ref)!);
  const soldOut = requests.filter(({ booking_id }) => tables.booking(booking_id).refusal_type === 'SoldOut');
  for (const asked of soldOut) {
    const left = nightNumbers(asked).map((night) => nightOf(pages, night).available + allowance);
    expect(Math.min(...left)).toBeLessThan(asked.units);
  }
}
