import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nightOfId, overbookingId } from '../overbookedNight.ts';
import { PROPERTY_ID } from '../testing/samples.ts';
import type { Accept, Clear, Detect, Escalate, Lapse, OverbookingCommand } from './command.ts';
import { appendMove } from './appendMove.ts';
import { decide } from './decide.ts';
import { applyEvents, evolve } from './evolve.ts';
import { overbookingItem } from './item.ts';
import { type Overbooking, toOverbooking } from '../../portable/items/overbooking.ts';
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
const cleared = (page_version: number): Clear => ({ type: 'CLEAR', page_version, at: `at ${page_version}` });
const accept: Accept = { type: 'ACCEPT', at: 'at noon', accepted_by: 'ana' };
const lapse: Lapse = { type: 'LAPSE', at: 'at midnight' };
const escalate = (page_version: number, proposals = [proposal]): Escalate => ({
  type: 'ESCALATE',
  proposals,
  page_version,
  at: `at ${page_version}`,
});

/** What the transaction of a move does to the record. */
type Moved = { type: 'MOVED'; id: string };
const moved = (id: string): Moved => ({ type: 'MOVED', id });

function run(...commands: (OverbookingCommand | Moved)[]): Overbooking {
  const last = commands.reduce<Overbooking | null>((state, command) => send(command, state), null);
  return last!;
}

function send(command: OverbookingCommand | Moved, state: Overbooking | null): Overbooking | null {
  if (command.type === 'MOVED')
    return state && { ...state, moves: [...state.moves, move(command.id)], version: state.version + 1 };
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
      moves_before: 0,
      proposals: [],
      accepted: null,
      updated_at: 'at 5',
      version: 1,
    });
    expect(run(detect(5, 2), detect(5, 2), detect(6, 2))).toEqual(opened);
  });

  it('follows the shortfall, not that of older pages', () => {
    expect(run(detect(5), detect(7, 3), detect(6, 2))).toMatchObject({ shortfall: 3, page_version: 7, version: 2 });
  });

  it('is resolved by the moves that were made for it, whoever finds it right', () => {
    const resolved = run(detect(5), moved('b1'), cleared(6), cleared(6), cleared(7));
    expect(resolved).toMatchObject({
      status: 'RESOLVED',
      resolved_by: 'MOVES',
      resolved_at: 'at 6',
      shortfall: 0,
      moves: [move('b1')],
      version: 3,
    });
  });

  it('is resolved by itself where nobody was moved since it was opened', () => {
    expect(run(detect(5), cleared(6))).toMatchObject({ status: 'RESOLVED', resolved_by: 'ITSELF' });
    const twice = run(detect(5), moved('b1'), cleared(6), detect(7), cleared(8));
    expect(twice).toMatchObject({ resolved_by: 'ITSELF', moves: [move('b1')], moves_before: 1 });
  });

  it('stays open where the page got worse', () => {
    expect(run(detect(5), detect(9, 2), moved('b1'), cleared(6))).toMatchObject({ status: 'DETECTED', shortfall: 2 });
  });

  it('is escalated once, with what is proposed', () => {
    const escalated = run(detect(5), escalate(6), escalate(6));
    expect(escalated).toMatchObject({ status: 'ESCALATED', escalated_at: 'at 6', proposals: [proposal], version: 2 });
    expect(decide(escalate(7, []), escalated)).toEqual({ events: [{ type: 'PROPOSED', proposals: [], at: 'at 7' }] });
    expect(send(cleared(7), escalated)).toMatchObject({ status: 'RESOLVED', escalated_at: 'at 6' });
    expect(run(detect(5), cleared(6), escalate(5))).toMatchObject({ status: 'RESOLVED' });
    expect(run(detect(5), detect(7, 2), escalate(6))).toMatchObject({ status: 'DETECTED' });
  });

  it('knows the same proposals in whatever order their attributes come back', () => {
    const { price, ...rest } = proposal;
    const stored = { ...run(detect(5), escalate(5)), proposals: [{ price, ...rest }] };
    expect(decide(escalate(5), stored)).toEqual({ events: [] });
  });

  it('is reopened when it comes back, and not by an old record', () => {
    const resolved = run(detect(5), moved('b1'), cleared(6));
    expect(send(detect(5), resolved)).toBe(resolved);
    expect(send(detect(6), resolved)).toBe(resolved);
    const reopened = send(detect(8, 2), resolved)!;
    expect(reopened).toMatchObject({ status: 'DETECTED', detected_at: 'at 8', shortfall: 2, version: 4 });
    expect(reopened.moves).toEqual([move('b1')]);
    expect(reopened).not.toHaveProperty('resolved_by');
    expect(send(cleared(7), reopened)).toBe(reopened);
  });

  it('stays accepted up to the units that were accepted, until it has come right', () => {
    const accepted = run(detect(5), escalate(5), accept, accept);
    expect(accepted).toMatchObject({ resolved_by: 'ACCEPTANCE', accepted: { accepted_by: 'ana', units: 1 } });
    expect(send(detect(7), accepted)).toBe(accepted);
    const right = send(cleared(8), accepted)!;
    expect(right).toMatchObject({ status: 'RESOLVED', resolved_by: 'ITSELF', shortfall: 0, accepted: null });
    expect(send(detect(9), right)).toMatchObject({ status: 'DETECTED' });
  });

  it('is opened by more than was accepted, and closed again once no more is left than that', () => {
    const worse = run(detect(5), accept, detect(7, 3));
    expect(worse).toMatchObject({ status: 'DETECTED', shortfall: 3, accepted: { units: 1 } });
    expect(send(detect(8), worse)).toMatchObject({ status: 'RESOLVED', resolved_by: 'ACCEPTANCE', shortfall: 1 });
    const relieved = run(detect(5), accept, detect(7, 2), moved('b1'), detect(8));
    expect(relieved).toMatchObject({ status: 'RESOLVED', resolved_by: 'MOVES', shortfall: 1, accepted: { units: 1 } });
    expect(send(detect(9), relieved)).toBe(relieved);
  });

  it('lapses once the night is over', () => {
    const lapsed = run(detect(5, 2), escalate(5), lapse, lapse);
    expect(lapsed).toMatchObject({
      status: 'RESOLVED',
      resolved_by: 'LAPSE',
      shortfall: 2,
      resolved_at: 'at midnight',
    });
  });

  it('refuses what has no record, and acceptance of what is resolved', () => {
    for (const command of [lapse, accept, escalate(5)]) {
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

const version = fc.integer({ min: 1, max: 9 });
const anyCommand: fc.Arbitrary<OverbookingCommand> = fc.oneof(
  fc.tuple(version, fc.integer({ min: 1, max: 3 })).map(([at, units]) => detect(at, units)),
  version.map(cleared),
  version.map((at) => escalate(at)),
  fc.constantFrom(accept, lapse),
);
const anyStep = fc.oneof(anyCommand, fc.constantFrom('b1', 'b2').map(moved));

describe('whatever commands come in whatever order', () => {
  it('the same command at once again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyStep), anyCommand, (steps, command) => {
        const state = run(...steps, command) as Overbooking | null;
        if (state) expect(send(command, state)).toBe(state);
      }),
    );
  });

  it('the page version never goes back, the version counts the writes, and no move is lost', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 30 }), (steps) => {
        let state: Overbooking | null = null;
        for (const step of steps) {
          const next = send(step, state);
          if (next !== state) expect(next!.version).toBe((state?.version ?? 0) + 1);
          if (state) expect(next!.page_version).toBeGreaterThanOrEqual(state.page_version);
          if (state) expect(next!.moves.length).toBe(state.moves.length + (step.type === 'MOVED' ? 1 : 0));
          state = next;
        }
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

it('a record is kept by property and date, and listed by status', () => {
  const item = overbookingItem(run(detect(5)));
  expect(item).toMatchObject({ pk: 'OVERBOOKING#lisbon-1', sk: '2027-03-05#STD', listing: 'OVERBOOKING' });
  expect(item.listing_key).toBe('DETECTED#at 5#lisbon-1#STD#2027-03-05');
  expect(new Date(item.expiry_time * 1_000).toISOString().slice(0, 10)).toBe('2028-04-08');
});

it('a move is added to whatever record is there', () => {
  const write = appendMove(roomNight, move('b1'), 'now');
  expect(write).toMatchObject({ key: { pk: 'OVERBOOKING#lisbon-1', sk: '2027-03-05#STD' } });
  expect(write.update.values).toEqual({ ':moves': [move('b1')], ':one': 1, ':now': 'now' });
  expect(write.condition.expression).toBe('attribute_exists(#pk)');
});

it('an id is read as the night it was made of', () => {
  expect(nightOfId(overbookingId(roomNight))).toEqual(roomNight);
  for (const id of ['', 'lisbon-1', 'lisbon-1#STD#2027-02-30', '#STD#2027-03-05', 'a#b#2027-03-05#c'])
    expect(nightOfId(id)).toBeNull();
});

it('the API shows who accepted, and nothing it does not have', () => {
  expect(toOverbooking(run(detect(5)))).toMatchObject({ status: 'DETECTED', resolution: null, resolvedAt: null });
  expect(toOverbooking(run(detect(5), escalate(5), accept))).toMatchObject({
    resolution: { by: 'ACCEPTANCE', acceptedBy: 'ana', units: 1 },
    proposals: [{ bookingId: 'b9', propertyId: 'lisbon-2', roomTypeId: 'DBL', distanceKm: 1.2 }],
  });
});
