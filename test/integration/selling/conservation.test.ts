import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { ask, get, guest, operator } from '../../support/cloud/cloud.ts';
import { datesBetween, monthAhead, plusDays } from '../../support/data/days.ts';
import { insist } from '../../support/api/insist.ts';
import { BOOK, CANCEL, SET_INVENTORY } from '../../support/api/operations.ts';
import { grid, newProperty } from '../../support/data/property.ts';
import { stayInput } from '../../support/data/stay.ts';

/** Ten nights over a month end, small enough for commands to meet. */
const from = plusDays(monthAhead(4), -5);
const NIGHTS = 10;
const to = plusDays(from, NIGHTS);
// Hundreds of requests, on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

type Command =
  | { kind: 'book'; at: number; nights: number; units: number; repeat: boolean }
  | { kind: 'cancel'; which: number }
  | { kind: 'total'; at: number; nights: number; total: number };

const nights = { at: fc.nat({ max: NIGHTS - 1 }), nights: fc.integer({ min: 1, max: 4 }) };
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('book'),
      ...nights,
      units: fc.integer({ min: 1, max: 2 }),
      repeat: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('cancel'), which: fc.nat({ max: 30 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('total'), ...nights, total: fc.nat({ max: 6 }) }) },
) as fc.Arbitrary<Command>;

it('every night is conserved whatever is booked, cancelled and changed at the same time, in whatever order', async () => {
  const [user, olga] = [await guest('random'), await operator()];
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 10, maxLength: 40 }), async (commands) => {
      const propertyId = await newProperty({ from, to, total: 3 });
      const active = new Map<string, { dates: string[]; units: number }>();
      const known: string[] = [];

      const run = async (at: Command) => {
        const end = (start: number, length: number) => plusDays(from, Math.min(NIGHTS, start + length));
        if (at.kind === 'total') {
          const range = { from: plusDays(from, at.at), to: end(at.at, at.nights) };
          await get(olga, SET_INVENTORY, { input: { propertyId, roomTypeId: 'DLX', ...range, total: at.total } });
          return;
        }
        if (at.kind === 'cancel') {
          const id = known[at.which % Math.max(1, known.length)];
          if (id && (await insist(() => ask(user, CANCEL, { id }))).errors.length === 0) active.delete(id);
          return;
        }
        const stay = { arrival: plusDays(from, at.at), departure: end(at.at, at.nights) };
        const input = stayInput({ propertyId, ...stay, units: at.units });
        const sell = () => insist(() => ask(user, BOOK, { input }));
        const answers = await Promise.all(at.repeat ? [sell(), sell()] : [sell()]);
        if (!answers.some(({ errors }) => errors.length === 0)) return;
        active.set(input.bookingId, { dates: datesBetween(stay.arrival, stay.departure), units: at.units });
        known.push(input.bookingId);
      };

      // Eight at a time: cancels meet bookings that are known from earlier rounds.
      for (let first = 0; first < commands.length; first += 8)
        await Promise.all(commands.slice(first, first + 8).map(run));

      for (const night of await grid(propertyId, from, to)) {
        const sold = [...active.values()].filter(({ dates }) => dates.includes(night.date));
        expect(night.sold).toBe(sold.reduce((sum, { units }) => sum + units, 0));
        expect(night.available + night.held + night.sold).toBe(night.total);
      }
    }),
    { numRuns: 15 },
  );
});
