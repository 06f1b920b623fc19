import type { OverbookedNight } from '../overbookedNight.ts';
import type { SisterProposal } from '../sisters/proposeSisters.ts';
import type { OverbookingMove } from './overbooking.ts';

/** `at` is ISO 8601; `page_version` that of the calendar page which the command goes by. */
type Seen = { at: string; page_version: number };

/** The night is overbooked. Opens the record, or reopens it where the night came right before. */
export type Detect = Seen & { type: 'DETECT'; night: OverbookedNight };

/** The moves made brought the night right, as the page shows after them. */
export type ResolveByMoves = Seen & { type: 'RESOLVE'; by: 'MOVES'; moves: OverbookingMove[] };

/** The night is right again: stock came back, or a booking was cancelled. */
export type ResolveByItself = Seen & { type: 'RESOLVE'; by: 'ITSELF' };

/** Staff live with the shortfall that the record shows. */
export type Accept = { type: 'RESOLVE'; by: 'ACCEPTANCE'; at: string; accepted_by: string };

/** What is left after the moves made is for people to settle. */
export type Escalate = Seen & {
  type: 'ESCALATE';
  /** What is left of it. */
  shortfall: number;
  moves: OverbookingMove[];
  proposals: SisterProposal[];
};

export type OverbookingCommand = Detect | ResolveByMoves | ResolveByItself | Accept | Escalate;
