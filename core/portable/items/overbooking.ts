import type { Overbooking as ApiOverbooking } from '../../../generated/types.ts';

/** A stay that was moved to relieve an overbooked night, from one room type to another. */
export type OverbookingMove = {
  booking_id: string;
  from: string;
  to: string;
  /** The sister property that the guest was walked to, whose room type `to` is; absent inside the property. */
  walked_to?: string;
  /** The `sub` of the person who decided it; absent where the service did. */
  moved_by?: string;
};

/** Where a booking's guest could be walked. */
export type SisterProposal = {
  booking_id: string;
  property_id: string;
  room_type_id: string;
  /** As the crow flies, to 100 m; null where either place is unknown. */
  distance_km: number | null;
  /** What the sister sells the stay for, all units and nights, in minor units: the property's cost, not the guest's. */
  price: { amount: number; currency: string };
};

/** How a night came right: stays moved or walked, units came back otherwise, staff live with it, or it passed as it was. */
export type ResolvedBy = 'MOVES' | 'ITSELF' | 'ACCEPTANCE' | 'LAPSE';

type Facts = {
  property_id: string;
  room_type_id: string;
  /** The property's calendar date, `YYYY-MM-DD`. */
  date: string;
  /** Property, room type and date: the same for the same night. */
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
  /** How many of the moves were made before the record was opened last. */
  moves_before: number;
  /** Where guests could be walked; nearest first for each booking. */
  proposals: SisterProposal[];
  /** Units beyond the allowance that staff live with, until the night has come right; more than that is a new matter. */
  accepted: { accepted_by: string; units: number } | null;
  updated_at: string;
  /** +1 on every write. */
  version: number;
};

/** One overbooked night, as the operations table keeps it: `DETECTED -> RESOLVED | ESCALATED`, `ESCALATED -> RESOLVED`. */
export type Overbooking = Facts &
  (
    | { status: 'DETECTED' | 'ESCALATED' }
    | {
        status: 'RESOLVED';
        /** When the night first came right, ISO 8601. */
        resolved_at: string;
        resolved_by: ResolvedBy;
      }
  );

/** An overbooking as the API shows it. */
export function toOverbooking(item: Overbooking): ApiOverbooking {
  return {
    id: item.overbooking_id,
    propertyId: item.property_id,
    roomTypeId: item.room_type_id,
    date: item.date,
    status: item.status,
    shortfall: item.shortfall,
    detectedAt: item.detected_at,
    escalatedAt: item.escalated_at ?? null,
    resolvedAt: item.status === 'RESOLVED' ? item.resolved_at : null,
    resolution: toResolution(item),
    moves: item.moves.map((move) => toMove(move)),
    proposals: item.proposals.map((proposal) => toProposal(proposal)),
    version: item.version,
    updatedAt: item.updated_at,
  };
}

function toResolution(item: Overbooking) {
  if (item.status !== 'RESOLVED') return null;
  const accepted = item.accepted ?? null;
  return { by: item.resolved_by, acceptedBy: accepted?.accepted_by ?? null, units: accepted?.units ?? null };
}

function toMove(move: OverbookingMove) {
  return {
    bookingId: move.booking_id,
    from: move.from,
    to: move.to,
    walkedTo: move.walked_to ?? null,
    movedBy: move.moved_by ?? null,
  };
}

function toProposal(proposal: SisterProposal) {
  return {
    bookingId: proposal.booking_id,
    propertyId: proposal.property_id,
    roomTypeId: proposal.room_type_id,
    distanceKm: proposal.distance_km ?? null,
    price: { amount: proposal.price.amount, currency: proposal.price.currency },
  };
}
