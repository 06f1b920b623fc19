import type { Refusal } from '../../portable/errors.ts';
import type { SisterProposal } from '../sisters/proposeSisters.ts';
import type { Accept, Detect, Escalate, OverbookingCommand, ResolveByItself, ResolveByMoves } from './command.ts';
import type { OverbookingEvent } from './event.ts';
import type { Overbooking, OverbookingMove } from './overbooking.ts';

/** No events: the command is a repeat, or speaks of a page that is older than what the record goes by. */
export type Decision = { events: OverbookingEvent[] } | { refusal: Refusal };

const NO_RECORD: Decision = {
  refusal: { type: 'NotFound', message: 'There is no record of an overbooking of this night.' },
};

/**
 * What a command does to an overbooking; null where the night has no record yet. Any command may be sent again, late,
 * or after a newer one: it then changes nothing, save that moves which were made are never left out of the record.
 */
export function decide(command: OverbookingCommand, state: Overbooking | null): Decision {
  switch (command.type) {
    case 'DETECT':
      return { events: detect(command, state) };
    case 'ESCALATE':
      return state ? { events: escalate(command, state) } : NO_RECORD;
    case 'RESOLVE':
      return resolve(command, state);
    default:
      return command satisfies never;
  }
}

function resolve(command: ResolveByMoves | ResolveByItself | Accept, state: Overbooking | null): Decision {
  switch (command.by) {
    case 'ITSELF':
      // A night may come right before anybody recorded that it was not.
      return { events: state ? resolveByItself(command, state) : [] };
    case 'MOVES':
      return state ? { events: resolveByMoves(command, state) } : NO_RECORD;
    case 'ACCEPTANCE':
      return state ? accept(command, state) : NO_RECORD;
    default:
      return command satisfies never;
  }
}

function detect({ night, page_version, at }: Detect, state: Overbooking | null): OverbookingEvent[] {
  if (!state) return [{ type: 'DETECTED', night, page_version, at }];
  if (state.status !== 'RESOLVED') return changeShortfall(night.shortfall, page_version, state, at);
  // Not at the same version either: that is the record of the stream which opened it, delivered again.
  if (page_version <= state.page_version || isAccepted(night.shortfall, state)) return [];
  return [{ type: 'REOPENED', night, page_version, at }];
}

function isAccepted(shortfall: number, state: Overbooking): boolean {
  return state.status === 'RESOLVED' && state.resolution.by === 'ACCEPTANCE' && shortfall <= state.resolution.units;
}

function changeShortfall(shortfall: number, page_version: number, state: Overbooking, at: string): OverbookingEvent[] {
  if (page_version < state.page_version || shortfall === state.shortfall) return [];
  return [{ type: 'SHORTFALL_CHANGED', shortfall, page_version, at }];
}

function resolveByMoves({ moves, page_version, at }: ResolveByMoves, state: Overbooking): OverbookingEvent[] {
  const moved = addMoves(moves, state, at);
  const resolved: OverbookingEvent = { type: 'RESOLVED', resolution: { by: 'MOVES' }, page_version, at };
  if (page_version < state.page_version) return moved;
  // The stream may tell that the night came right before the one who moved the stays does.
  const isNews = state.status !== 'RESOLVED' || (moved.length > 0 && state.resolution.by !== 'MOVES');
  return isNews ? [...moved, resolved] : moved;
}

function resolveByItself({ page_version, at }: ResolveByItself, state: Overbooking): OverbookingEvent[] {
  if (page_version < state.page_version) return [];
  // What was accepted is over once the night is right: the next time counts anew.
  if (state.status === 'RESOLVED' && state.resolution.by !== 'ACCEPTANCE') return [];
  return [{ type: 'RESOLVED', resolution: { by: 'ITSELF' }, page_version, at }];
}

function accept({ accepted_by, at }: Accept, state: Overbooking): Decision {
  if (state.status !== 'RESOLVED') {
    const resolution = { by: 'ACCEPTANCE' as const, accepted_by, units: state.shortfall };
    return { events: [{ type: 'RESOLVED', resolution, page_version: state.page_version, at }] };
  }
  if (state.resolution.by === 'ACCEPTANCE') return { events: [] };
  return { refusal: { type: 'InvalidState', message: 'The overbooking is resolved: there is nothing to accept.' } };
}

function escalate(command: Escalate, state: Overbooking): OverbookingEvent[] {
  const { at, moves, proposals, shortfall, page_version } = command;
  const moved = addMoves(moves, state, at);
  if (state.status === 'RESOLVED') return moved;
  const events = [...moved, ...changeShortfall(shortfall, page_version, state, at)];
  if (proposals.map(proposalKey).join() !== state.proposals.map(proposalKey).join())
    events.push({ type: 'PROPOSED', proposals, at });
  if (state.status === 'DETECTED') events.push({ type: 'ESCALATED', at });
  return events;
}

function addMoves(moves: OverbookingMove[], state: Overbooking, at: string): OverbookingEvent[] {
  const known = new Set(state.moves.map(moveKey));
  const added = moves.filter((move) => !known.has(moveKey(move)));
  return added.length > 0 ? [{ type: 'MOVED', moves: added, at }] : [];
}

function moveKey({ booking_id, from, to, walked_to }: OverbookingMove): string {
  return [booking_id, from, to, walked_to ?? ''].join('#');
}

/** By value: a table gives a map's attributes back in any order. */
function proposalKey({ booking_id, property_id, room_type_id, distance_km, price }: SisterProposal): string {
  return [booking_id, property_id, room_type_id, distance_km ?? '', price.amount, price.currency].join('#');
}
