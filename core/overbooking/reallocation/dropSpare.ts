import { type Draft, replay, type Step } from './draft.ts';
import type { Ledger, Nights } from './ledger.ts';

/**
 * The draft without the moves that later ones made unnecessary: two units that one booking frees may do what two moves
 * did before it. The last that was added goes first, so the newest bookings stay in the plan. No night is relieved less.
 */
export function dropSpare(nights: Nights, draft: Draft): Draft {
  let kept = draft;
  for (const step of draft.steps.toReversed()) {
    if (!isSpare(step, kept.ledger)) continue;
    kept = replay(nights, without(kept.steps, step)) ?? kept;
  }
  return kept;
}

/** Would every overbooked night that it touches do without its units? */
function isSpare({ candidate: { booking, needs } }: Step, ledger: Ledger): boolean {
  return needs.every((need) => ledger.available(need.room_type_id, need.date) - booking.units >= need.floor);
}

function without(steps: Step[], step: Step): Step[] {
  return steps.filter(({ candidate }) => candidate !== step.candidate);
}
