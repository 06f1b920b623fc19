import type { SisterProposal } from '../../portable/items/overbooking.ts';
import type { OverbookedNight } from '../overbookedNight.ts';

/** `at` is ISO 8601; `page_version` that of the calendar page which the command goes by. */
type Seen = { at: string; page_version: number };

/** The night is overbooked. Opens the record, or reopens it where the night came right before. */
export type Detect = Seen & { type: 'DETECT'; night: OverbookedNight };

/** The night is right again: stays were moved, stock came back, or a booking was cancelled. */
export type Clear = Seen & { type: 'CLEAR' };

/** What is left is for people to settle. */
export type Escalate = Seen & { type: 'ESCALATE'; proposals: SisterProposal[] };

/** Staff live with the shortfall that the record shows. */
export type Accept = { type: 'ACCEPT'; at: string; accepted_by: string };

/** The night is over where the property is: nobody can be moved out of it any more. */
export type Lapse = { type: 'LAPSE'; at: string };

export type OverbookingCommand = Detect | Clear | Escalate | Accept | Lapse;
