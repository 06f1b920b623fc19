import type { Candidate, Need } from './candidates.ts';
import { Ledger, type Nights } from './ledger.ts';
import type { ReliefNight } from './plan.ts';

/** A move of a plan in the making. */
export type Step = { candidate: Candidate; to: string; relieves: ReliefNight[] };

/** A plan in the making, and what is free once it is carried out. */
export type Draft = { steps: Step[]; ledger: Ledger };

export function emptyDraft(nights: Nights): Draft {
  return { steps: [], ledger: new Ledger(nights) };
}

/** Units that a night still lacks. */
export function lacking(ledger: Ledger, need: Need): number {
  return Math.max(0, need.floor - ledger.available(need.room_type_id, need.date));
}

/** The overbooked nights that moving the candidate would relieve now. */
export function reliefOf({ needs }: Candidate, ledger: Ledger): ReliefNight[] {
  return needs
    .filter((need) => lacking(ledger, need) > 0)
    .map(({ overbooking_id, date, floor }) => ({ overbooking_id, date, floor }));
}

/** Adds a move to the draft, which it changes. */
export function addStep(draft: Draft, candidate: Candidate, to: string): void {
  const { booking, dates } = candidate;
  draft.steps.push({ candidate, to, relieves: reliefOf(candidate, draft.ledger) });
  draft.ledger.move(booking.room_type_id, to, dates, booking.units);
}

/** The draft of these moves in this order; null where one has no room left to go to. */
export function replay(nights: Nights, steps: Step[]): Draft | null {
  const draft = emptyDraft(nights);
  for (const { candidate, to } of steps) {
    if (!draft.ledger.isFree(to, candidate.dates, candidate.booking.units)) return null;
    addStep(draft, candidate, to);
  }
  return draft;
}
