import fc from 'fast-check';
import type { Command } from '../../core/portable/lifecycle/transitions.ts';

/** What is done to a booking that exists, and by whom. */
export const DEEDS = {
  confirm: 'guest',
  pay: 'guest',
  extend: 'guest',
  release: 'guest',
  leave: 'guest',
  cancel: 'guest',
  cancelGroup: 'guest',
  modify: 'guest',
  approve: 'desk',
  decline: 'desk',
  checkIn: 'desk',
  checkOut: 'desk',
  markNoShow: 'desk',
} as const;
export type Deed = keyof typeof DEEDS;

/** What the deed does to a booking: who pays has it confirmed. */
export function commandOf(deed: Deed): Command {
  if (deed === 'pay') return 'confirm';
  return deed === 'cancelGroup' ? 'cancel' : deed;
}

/** What is left out stays as it is. Days count from today. */
export type Changes = { room?: 'A' | 'B'; from?: number; nights?: number; units?: number };

/**
 * A step of one guest: a new booking, or one or several deeds, sent at once, to one of the guest's bookings. What is wild may
 * make no sense; else it is chosen from what the house and the booking's status allow, by the numbers given.
 */
export type Step = { isWild: boolean } & (
  | { kind: 'new'; sale: number; room: 'A' | 'B'; from: number; nights: number; units: number }
  | { kind: 'deeds'; pick: number; deeds: number[]; changes: Changes }
);

const room = fc.constantFrom('A' as const, 'B' as const);
/** Often today, so that guests come and leave. */
const from = fc.oneof(fc.constant(0), fc.nat({ max: 12 }));
const nights = fc.integer({ min: 1, max: 5 });
const units = fc.integer({ min: 1, max: 2 });

/** Now and then. */
const wild = fc.integer({ min: 0, max: 4 }).map((drawn) => drawn === 0);
const number = fc.nat({ max: 1_000 });

const anew = fc.record({
  kind: fc.constant('new' as const),
  isWild: wild,
  sale: number,
  room,
  from,
  nights,
  units,
});
const changes = fc.record({ room, from, nights, units }, { requiredKeys: [] });
const deeds = fc.record({
  kind: fc.constant('deeds' as const),
  isWild: wild,
  pick: number,
  // Mostly one after the other; now and then several that race.
  deeds: fc.oneof(
    { weight: 4, arbitrary: fc.array(number, { minLength: 1, maxLength: 1 }) },
    { weight: 1, arbitrary: fc.array(number, { minLength: 2, maxLength: 4 }) },
  ),
  changes,
});

const steps = (length: number): fc.Arbitrary<Step[]> =>
  fc.array(fc.oneof({ weight: 2, arbitrary: anew }, { weight: 5, arbitrary: deeds }), {
    minLength: length,
    maxLength: length,
  });

/** What each of so many guests does, in order: the same for the same seed. */
export const drawPlans = (seed: number, guests: number, length: number): Step[][] =>
  fc.sample(steps(length), { seed, numRuns: guests });
