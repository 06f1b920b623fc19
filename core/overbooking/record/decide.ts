import type { Refusal } from '../../portable/errors.ts';
import type { Overbooking, ResolvedBy, SisterProposal } from '../../portable/items/overbooking.ts';
import type { Accept, Clear, Detect, Escalate, Lapse, OverbookingCommand } from './command.ts';
import type { OverbookingEvent } from './event.ts';

/** No events: the command is a repeat, or speaks of a page that is older than what the record goes by. */
export type Decision = { events: OverbookingEvent[] } | { refusal: Refusal };

const NO_RECORD: Decision = {
  refusal: { type: 'NotFound', message: 'There is no record of an overbooking of this night.' },
};

/**
 * What a command does to an overbooking; null where the night has no record yet. Any command may be sent again, late,
 * or after a newer one: it then changes nothing. Moves are not commands: they are added by the transaction that makes
 * them, so whoever finds the night right afterwards finds them here; see `appendMove`.
 */
export function decide(command: OverbookingCommand, state: Overbooking | null): Decision {
  switch (command.type) {
    case 'DETECT':
      return { events: detect(command, state) };
    case 'CLEAR':
      // A night may come right before anybody recorded that it was not.
      return { events: state ? clear(command, state) : [] };
    case 'ESCALATE':
      return state ? { events: escalate(command, state) } : NO_RECORD;
    case 'ACCEPT':
      return state ? accept(command, state) : NO_RECORD;
    case 'LAPSE':
      return state ? { events: lapse(command, state) } : NO_RECORD;
    default:
      return command satisfies never;
  }
}

function detect({ night, page_version, at }: Detect, state: Overbooking | null): OverbookingEvent[] {
  if (!state) return [{ type: 'DETECTED', night, page_version, at }];
  const isAccepted = night.shortfall <= (state.accepted?.units ?? 0);
  if (state.status === 'RESOLVED') {
    // Not at the same version either: that is the record of the stream which opened it, delivered again.
    if (isAccepted || page_version <= state.page_version) return [];
    return [{ type: 'REOPENED', night, page_version, at }];
  }
  if (page_version < state.page_version) return [];
  if (isAccepted) {
    const by = hasMoved(state) ? 'MOVES' : 'ACCEPTANCE';
    const { accepted } = state;
    return [{ type: 'RESOLVED', by, shortfall: night.shortfall, page_version, accepted, at }];
  }
  if (night.shortfall === state.shortfall) return [];
  return [{ type: 'SHORTFALL_CHANGED', shortfall: night.shortfall, page_version, at }];
}

function clear({ page_version, at }: Clear, state: Overbooking): OverbookingEvent[] {
  if (page_version < state.page_version) return [];
  // What was accepted is over once the night is right: the next time counts anew.
  if (state.status === 'RESOLVED' && !state.accepted) return [];
  return [{ type: 'RESOLVED', by: clearedBy(state), shortfall: 0, page_version, accepted: null, at }];
}

function clearedBy(state: Overbooking): ResolvedBy {
  const isByMoves = state.status === 'RESOLVED' ? state.resolved_by === 'MOVES' : hasMoved(state);
  return isByMoves ? 'MOVES' : 'ITSELF';
}

/** Was anybody moved since the record was opened last? */
function hasMoved({ moves, moves_before }: Overbooking): boolean {
  return moves.length > moves_before;
}

function escalate({ at, proposals, page_version }: Escalate, state: Overbooking): OverbookingEvent[] {
  if (state.status === 'RESOLVED' || page_version < state.page_version) return [];
  const events: OverbookingEvent[] = [];
  if (proposals.map(proposalKey).join() !== state.proposals.map(proposalKey).join())
    events.push({ type: 'PROPOSED', proposals, at });
  if (state.status === 'DETECTED') events.push({ type: 'ESCALATED', at });
  return events;
}

function accept({ accepted_by, at }: Accept, state: Overbooking): Decision {
  if (state.status !== 'RESOLVED') {
    const { shortfall, page_version } = state;
    const accepted = { accepted_by, units: shortfall };
    return { events: [{ type: 'RESOLVED', by: 'ACCEPTANCE', shortfall, page_version, accepted, at }] };
  }
  if (state.resolved_by === 'ACCEPTANCE') return { events: [] };
  return { refusal: { type: 'InvalidState', message: 'The overbooking is resolved: there is nothing to accept.' } };
}

function lapse({ at }: Lapse, state: Overbooking): OverbookingEvent[] {
  if (state.status === 'RESOLVED') return [];
  const { shortfall, page_version, accepted } = state;
  return [{ type: 'RESOLVED', by: 'LAPSE', shortfall, page_version, accepted, at }];
}

/** By value: a table gives a map's attributes back in any order. */
function proposalKey({ booking_id, property_id, room_type_id, distance_km, price }: SisterProposal): string {
  return [booking_id, property_id, room_type_id, distance_km ?? '', price.amount, price.currency].join('#');
}
