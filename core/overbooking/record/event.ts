import type { Overbooking, ResolvedBy, SisterProposal } from '../../portable/items/overbooking.ts';
import type { OverbookedNight } from '../overbookedNight.ts';

/** What happened to an overbooking. `at` is ISO 8601. */
export type OverbookingEvent = { at: string } & (
  | { type: 'DETECTED'; night: OverbookedNight; page_version: number }
  | { type: 'REOPENED'; night: OverbookedNight; page_version: number }
  | { type: 'SHORTFALL_CHANGED'; shortfall: number; page_version: number }
  | { type: 'PROPOSED'; proposals: SisterProposal[] }
  /** Staff are to be told: comes once, however often escalation is asked for. */
  | { type: 'ESCALATED' }
  | {
      type: 'RESOLVED';
      by: ResolvedBy;
      shortfall: number;
      page_version: number;
      accepted: Overbooking['accepted'];
    }
);
