import type { RoomTypeItem } from '../../portable/items/catalog.ts';
import type { OverbookedNight } from '../overbookedNight.ts';
import { type Candidate, candidates, type Need } from './candidates.ts';
import { chooseTarget } from './chooseTarget.ts';
import { addStep, type Draft, emptyDraft, lacking, reliefOf, type Step } from './draft.ts';
import { dropSpare } from './dropSpare.ts';
import { type Nights, nightsOfPages } from './ledger.ts';
import type { PlanInput, PlannedMove, Reallocation, UnresolvedNight } from './plan.ts';

/**
 * Moves whole stays out of overbooked nights, newest booking first, to room types of the same or a higher rank; see
 * {@link chooseTarget}. Every move relieves a night that still lacks units; none makes any night negative; none could
 * be left out. The same input, in whatever order, gives the same plan; carried out, it leaves nothing more to plan.
 */
export function planReallocation({ overbooked, bookings, roomTypes, pages }: PlanInput): Reallocation {
  const nights = nightsOfPages(pages);
  const needs = needsOf(overbooked, emptyDraft(nights));
  const order = candidates(bookings, needs);
  const draft = draftMoves(nights, order, roomTypes);
  return { moves: draft.steps.map(toMove), unresolved: unresolvedNights(draft, needs, order) };
}

/** In the order of their ids, whatever order they came in. */
function needsOf(overbooked: OverbookedNight[], { ledger }: Draft): Need[] {
  return overbooked
    .map((night) => ({ ...night, floor: ledger.available(night.room_type_id, night.date) + night.shortfall }))
    .sort((a, b) => (a.overbooking_id < b.overbooking_id ? -1 : 1));
}

/**
 * Until nothing more can be moved: a move may leave room for a stay that had found none, and so may one left out. Ends,
 * as every round but the last lowers what is lacking.
 */
function draftMoves(nights: Nights, order: Candidate[], roomTypes: RoomTypeItem[]): Draft {
  let draft = emptyDraft(nights);
  while (addMoves(draft, order, roomTypes)) draft = dropSpare(nights, draft);
  return draft;
}

/** One round over all candidates. Was anything moved? */
function addMoves(draft: Draft, order: Candidate[], roomTypes: RoomTypeItem[]): boolean {
  const before = draft.steps.length;
  const moved = new Set(draft.steps.map(({ candidate }) => candidate.booking.booking_id));
  for (const candidate of order) {
    if (moved.has(candidate.booking.booking_id) || reliefOf(candidate, draft.ledger).length === 0) continue;
    const to = chooseTarget(candidate, roomTypes, draft.ledger);
    if (to === null) continue;
    addStep(draft, candidate, to);
    moved.add(candidate.booking.booking_id);
  }
  return draft.steps.length > before;
}

function toMove({ candidate: { booking }, to, relieves }: Step): PlannedMove {
  return { booking, from: booking.room_type_id, to, relieves };
}

function unresolvedNights({ ledger, steps }: Draft, needs: Need[], order: Candidate[]): UnresolvedNight[] {
  const moved = new Set(steps.map(({ candidate }) => candidate));
  const left = order.filter((candidate) => !moved.has(candidate));
  return needs.flatMap((need) => {
    const { floor: _, ...night } = need;
    const shortfall = lacking(ledger, need);
    if (shortfall === 0) return [];
    const walkable = left.filter((candidate) => candidate.needs.includes(need));
    return [{ ...night, shortfall, candidates: walkable.map(({ booking }) => booking.booking_id) }];
  });
}
