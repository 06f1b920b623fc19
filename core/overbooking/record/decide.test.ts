import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overbookingId } from '../overbookedNight.ts';
import { PROPERTY_ID } from '../testing/samples.ts';
import type { Accept, Detect, Escalate, OverbookingCommand, ResolveByItself, ResolveByMoves } from './command.ts';
import { decide } from './decide.ts';
import { applyEvents, evolve } from './evolve.ts';
import type { Overbooking } from './overbooking.ts';
import { versionGuard } from './versionGuard.ts';

const roomNight = { property_id: PROPERTY_ID, room_type_id: 'STD', date: '2027-03-05' };
const move = (booking_id: string) => ({ booking_id, from: 'STD', to: 'DLX' });
const proposal = {
  booking_id: 'b9',
  property_id: 'lisbon-2',
  room_type_id: 'DBL',
  distance_km: 1.2,
  price: { amount: 200, currency: 'EUR' },
};

const detect = (page_version: number, shortfall = 1): Detect => ({
  type: 'DETECT',
  night: { ...roomNight, overbooking_id: overbookingId(roomNight), shortfall },
  page_version,
  at: `at ${page_version}`,
});
const moved = (page_version: number, ...ids: string[]): ResolveByMoves => ({
  type: 'RESOLVE',
  by: 'MOVES',
  moves: ids.map(move),
  page_version,
  at: `at ${page_version}`,
});
const cleared = (page_version: number): ResolveByItself => ({
  type: 'RESOLVE',
  by: 'ITSELF',
  page_version,
  at: `at ${page_version}`,
});
const accept: Accept = { type: 'RESOLVE', by: 'ACCEPTANCE', at: 'at noon', accepted_by: 'ana' };
const escalate = (page_version: number, ...ids: string[]): Escalate => ({
  type: 'ESCALATE',
  shortfall: 1,
  moves: ids.map(move),
  proposals: [proposal],
  page_version,
  at: `at ${page_version}`,
});

function run(...commands: OverbookingCommand[]): Overbooking {
  const last = commands.reduce<Overbooking | null>((state, command) => send(command, state), null);
  return last!;
}

function send(command: OverbookingCommand, state: Overbooking | null): Overbooking | null {
  const decision = decide(command, state);
  return 'refusal' in decision ? state : applyEvents(state, decision.events);
}

describe('an overbooking', () => {
  it('is opened once, and keeps what staff need', () => {
    const opened = run(detect(5, 2));
    expect(opened).toEqual({
      ...roomNight,
      overbooking_id: 'lisbon-1#STD#2027-03-05',
      status: 'DETECTED',
      shortfall: 2,
      page_version: 5,
      detected_at: 'at 5',
      escalated_at: null,
      moves: [],
      proposals: [],
      updated_at: 'at 5',
      version: 1,
    });
    expect(run(detect(5, 2), detect(5, 2), detect(6, 2))).toEqual(opened);
  });

  it('follows the shortfall, not that of older pages', () => {
    expect(run(detect(5), detect(7, 3), detect(6, 2))).toMatchObject({ shortfall: 3, page_version: 7, version: 2 });
  });

  it('is resolved by moves, and keeps them', () => {
    const resolved = run(detect(5), moved(6, 'b1'), moved(6, 'b1'));
    expect(resolved).toMatchObject({
      status: 'RESOLVED',
      resolution: { by: 'MOVES' },
      resolved_at: 'at 6',
      shortfall: 0,
      moves: [move('b1')],
      version: 2,
    });
  });

  it('keeps moves that are told of after the night is known to be right', () => {
    const resolved = run(detect(5), cleared(6), moved(6, 'b1'), cleared(6));
    expect(resolved).toMatchObject({ status: 'RESOLVED', resolution: { by: 'MOVES' }, moves: [move('b1')] });
  });

  it('stays open where the page got worse after the moves', () => {
    expect(run(detect(5), detect(9, 2), moved(6, 'b1'))).toMatchObject({ status: 'DETECTED', moves: [move('b1')] });
  });

  it('is escalated once, with what was moved and proposed', () => {
    const escalated = run(detect(5, 2), escalate(6, 'b1'), escalate(6, 'b1'));
    expect(escalated).toMatchObject({ status: 'ESCALATED', escalated_at: 'at 6', shortfall: 1, version: 2 });
    expect(escalated).toMatchObject({ moves: [move('b1')], proposals: [proposal] });
    const again = decide({ ...escalate(7), proposals: [] }, escalated);
    expect(again).toEqual({ events: [{ type: 'PROPOSED', proposals: [], at: 'at 7' }] });
    expect(run(detect(5, 2), escalate(6), moved(7, 'b2'))).toMatchObject({ status: 'RESOLVED', escalated_at: 'at 6' });
    expect(run(detect(5), cleared(6), escalate(5, 'b1'))).toMatchObject({ status: 'RESOLVED', moves: [move('b1')] });
  });

  it('knows the same proposals in whatever order their attributes come back', () => {
    const { price, ...rest } = proposal;
    const stored = { ...run(detect(5), escalate(5)), proposals: [{ price, ...rest }] };
    expect(decide(escalate(5), stored)).toEqual({ events: [] });
  });

  it('is reopened when it comes back, and not by an old record', () => {
    const resolved = run(detect(5), moved(6, 'b1'));
    expect(send(detect(5), resolved)).toBe(resolved);
    expect(send(detect(6), resolved)).toBe(resolved);
    const reopened = send(detect(8, 2), resolved)!;
    expect(reopened).toMatchObject({ status: 'DETECTED', detected_at: 'at 8', shortfall: 2, version: 3 });
    expect(reopened.moves).toEqual([move('b1')]);
    expect(reopened).not.toHaveProperty('resolution');
    expect(send(cleared(7), reopened)).toBe(reopened);
  });

  it('stays accepted up to the units that were accepted, until it has come right', () => {
    const accepted = run(detect(5, 2), escalate(5), accept, accept);
    expect(accepted).toMatchObject({ resolution: { by: 'ACCEPTANCE', accepted_by: 'ana', units: 1 }, shortfall: 1 });
    expect(send(detect(7, 1), accepted)).toBe(accepted);
    expect(send(detect(7, 2), accepted)).toMatchObject({ status: 'DETECTED', shortfall: 2 });
    const right = send(cleared(8), accepted)!;
    expect(right).toMatchObject({ status: 'RESOLVED', resolution: { by: 'ITSELF' }, shortfall: 0 });
    expect(send(detect(9, 1), right)).toMatchObject({ status: 'DETECTED' });
  });

  it('refuses what has no record, and acceptance of what is resolved', () => {
    for (const command of [moved(5, 'b1'), accept, escalate(5)]) {
      expect(decide(command, null)).toMatchObject({ refusal: { type: 'NotFound' } });
    }
    expect(decide(cleared(5), null)).toEqual({ events: [] });
    expect(decide(accept, run(detect(5), cleared(6)))).toMatchObject({ refusal: { type: 'InvalidState' } });
  });

  it('cannot begin with anything but its detection', () => {
    expect(() => evolve(null, { type: 'ESCALATED', at: 'now' })).toThrow('ESCALATED');
    expect(applyEvents(null, [])).toBeNull();
  });
});

const anyCommand = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 3 })).map(([at, units]) => detect(at, units)),
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('b1', 'b2')).map(([at, id]) => moved(at, id)),
  fc.integer({ min: 1, max: 9 }).map(cleared),
  fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('b1', 'b2')).map(([at, id]) => escalate(at, id)),
  fc.constant(accept),
);

describe('whatever commands come in whatever order', () => {
  it('the same command at once again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyCommand), anyCommand, (commands, command) => {
        const state = run(...commands, command) as Overbooking | null;
        if (state) expect(send(command, state)).toBe(state);
      }),
    );
  });

  it('the page version never goes back, the version counts the writes, and no move is lost', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 30 }), (commands) => {
        let state: Overbooking | null = null;
        const made = new Set<string>();
        for (const command of commands) {
          const next = send(command, state);
          if (next !== state) expect(next!.version).toBe((state?.version ?? 0) + 1);
          if (state) expect(next!.page_version).toBeGreaterThanOrEqual(state.page_version);
          if (state && 'moves' in command) command.moves.forEach(({ booking_id }) => made.add(booking_id));
          state = next;
        }
        expect(new Set(state?.moves.map(({ booking_id }) => booking_id))).toEqual(made);
      }),
    );
  });

  it('the stream alone, delivered again and again in order, ends as the page does', () => {
    const history = fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(history, fc.array(fc.nat({ max: 11 })), (shortfalls, restarts) => {
        const told = shortfalls.map((units, at) => (units > 0 ? detect(at + 1, units) : cleared(at + 1)));
        // A consumer that starts again repeats what it has already told, and comes to where it was.
        const replayed = restarts.flatMap((from) => told.slice(from));
        const state = run(...told, ...replayed) as Overbooking | null;
        const last = shortfalls.at(-1)!;
        if (last > 0) expect(state).toMatchObject({ status: 'DETECTED', shortfall: last });
        else if (state) expect(state).toMatchObject({ status: 'RESOLVED', shortfall: 0 });
      }),
    );
  });
});

it('a record is written as it was read, or new', () => {
  expect(versionGuard(null).expression).toBe('attribute_not_exists(#read)');
  expect(versionGuard(run(detect(5), detect(6, 2))).values).toEqual({ ':read': 2 });
});
