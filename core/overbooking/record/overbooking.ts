import type { RoomNight } from '../overbookedNight.ts';
import type { SisterProposal } from '../sisters/proposeSisters.ts';

/** A stay that was moved to relieve the night, from one room type to another. */
export type OverbookingMove = {
  booking_id: string;
  from: string;
  to: string;
  /** The sister property that the guest was walked to, whose room type `to` is; absent inside the property. */
  walked_to?: string;
};

/** How the night came right: stays moved or walked, units came back otherwise, or staff live with it. */
export type Resolution =
  | { by: 'MOVES' }
  | { by: 'ITSELF' }
  | {
      by: 'ACCEPTANCE';
      /** The `sub` of whoever accepted. */
      accepted_by: string;
      /** Units beyond the allowance that were accepted; more than that is a new matter. */
      units: number;
    };

type Facts = RoomNight & {
  /** The same for the same night; see {@link overbookingId}. */
  overbooking_id: string;
  /** Units beyond the room type's allowance, as last seen; 0 once the night came right. */
  shortfall: number;
  /** Of the calendar page that was last believed: what older versions say is past. */
  page_version: number;
  /** When it was found, ISO 8601; when it came back, once it was reopened. */
  detected_at: string;
  escalated_at: string | null;
  /** All that were ever made for the night, oldest first. */
  moves: OverbookingMove[];
  /** Where guests could be walked; nearest first. */
  proposals: SisterProposal[];
  updated_at: string;
  /** +1 on every write. */
  version: number;
};

/** One overbooked night, as the operations table keeps it: `DETECTED -> RESOLVED | ESCALATED`, `ESCALATED -> RESOLVED`. */
export type Overbooking = Facts &
  (
    | { status: 'DETECTED' }
    | { status: 'ESCALATED' }
    | {
        status: 'RESOLVED';
        /** When the night first came right, ISO 8601. */
        resolved_at: string;
        resolution: Resolution;
      }
  );
