import type { Overbooking } from '../../portable/items/overbooking.ts';
import type { OverbookedNight } from '../overbookedNight.ts';
import type { OverbookingEvent } from './event.ts';

/**
 * The record after the events of one command; the version rises by one for all of them, as they are one write. With no
 * events it is the same record.
 */
export function applyEvents(state: Overbooking | null, events: OverbookingEvent[]): Overbooking | null {
  if (events.length === 0) return state;
  const next = events.reduce<Overbooking | null>((at, event) => evolve(at, event), state);
  return next && { ...next, version: (state?.version ?? 0) + 1, updated_at: events[events.length - 1].at };
}

/**
 * The record after one event, with the same version.
 * @throws where the first event of a record is not DETECTED, which `decide` never answers
 */
export function evolve(state: Overbooking | null, event: OverbookingEvent): Overbooking {
  if (event.type === 'DETECTED') return open(event.night, event.page_version, event.at);
  if (!state) throw new Error(`There is no overbooking that could be ${event.type}.`);
  switch (event.type) {
    case 'REOPENED': {
      // The moves stay, they are what became of those guests; and what was accepted stays accepted.
      const { moves, accepted, version } = state;
      const reopened = open(event.night, event.page_version, event.at);
      return { ...reopened, moves, moves_before: moves.length, accepted, version };
    }
    case 'SHORTFALL_CHANGED':
      return { ...state, shortfall: event.shortfall, page_version: event.page_version };
    case 'PROPOSED':
      return { ...state, proposals: event.proposals };
    case 'ESCALATED':
      return { ...state, status: 'ESCALATED', escalated_at: event.at };
    case 'RESOLVED': {
      const { by: resolved_by, shortfall, page_version, accepted, at } = event;
      const resolved_at = state.status === 'RESOLVED' ? state.resolved_at : at;
      return { ...state, status: 'RESOLVED', resolved_at, resolved_by, shortfall, page_version, accepted };
    }
    default:
      return event satisfies never;
  }
}

function open(night: OverbookedNight, pageVersion: number, at: string): Overbooking {
  return {
    ...night,
    status: 'DETECTED',
    page_version: pageVersion,
    detected_at: at,
    escalated_at: null,
    moves: [],
    moves_before: 0,
    proposals: [],
    accepted: null,
    updated_at: at,
    version: 0,
  };
}
