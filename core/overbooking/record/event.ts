import type { OverbookedNight } from '../overbookedNight.ts';
import type { SisterProposal } from '../sisters/proposeSisters.ts';
import type { OverbookingMove, Resolution } from './overbooking.ts';

/** What happened to an overbooking. `at` is ISO 8601. */
export type OverbookingEvent = { at: string } & (
  | { type: 'DETECTED'; night: OverbookedNight; page_version: number }
  | { type: 'REOPENED'; night: OverbookedNight; page_version: number }
  | { type: 'SHORTFALL_CHANGED'; shortfall: number; page_version: number }
  /** `moves` are those not known before. */
  | { type: 'MOVED'; moves: OverbookingMove[] }
  | { type: 'PROPOSED'; proposals: SisterProposal[] }
  /** Staff are to be told: comes once, however often escalation is asked for. */
  | { type: 'ESCALATED' }
  | { type: 'RESOLVED'; resolution: Resolution; page_version: number }
);
