import { get, operator, type User } from '../cloud/cloud.ts';
import { BOOK, SET_INVENTORY } from '../api/operations.ts';
import { stayInput } from './stay.ts';

const FIELDS = `id propertyId roomTypeId date status shortfall detectedAt escalatedAt resolvedAt version updatedAt
  resolution { by acceptedBy units } moves { bookingId from to walkedTo movedBy }
  proposals { bookingId propertyId roomTypeId distanceKm price { amount currency } }`;

export const OVERBOOKINGS = `query Overbookings($propertyId: ID, $status: OverbookingStatus, $limit: Int, $nextToken: String) {
  overbookings(propertyId: $propertyId, status: $status, limit: $limit, nextToken: $nextToken) { items { ${FIELDS} } nextToken }
}`;

export const RESOLVE = `mutation Resolve($input: ResolveOverbookingInput!) { resolveOverbooking(input: $input) { ${FIELDS} } }`;

export type Overbooking = {
  id: string;
  roomTypeId: string;
  date: string;
  status: 'DETECTED' | 'RESOLVED' | 'ESCALATED';
  shortfall: number;
  detectedAt: string;
  escalatedAt: string | null;
  resolvedAt: string | null;
  resolution: { by: string; acceptedBy: string | null; units: number | null } | null;
  moves: { bookingId: string; from: string; to: string; walkedTo: string | null; movedBy: string | null }[];
  proposals: { bookingId: string; propertyId: string; roomTypeId: string; distanceKm: number | null }[];
  version: number;
};

/** All of a property, by date. */
export async function overbookingsOf(propertyId: string): Promise<Overbooking[]> {
  const { overbookings } = await get(await operator(), OVERBOOKINGS, { propertyId, limit: 100 });
  return overbookings.items;
}

/** Books and answers the booking's id. */
export async function bookedId(user: User, stay: Parameters<typeof stayInput>[0]): Promise<string> {
  const { bookRoom } = await get(user, BOOK, { input: stayInput(stay) });
  return bookRoom.id;
}

type Lowered = { propertyId: string; from: string; to: string; total: number; roomTypeId?: string };

/** As a channel does that has sold elsewhere. */
export async function lowerTotal({ roomTypeId = 'DLX', ...range }: Lowered): Promise<void> {
  await get(await operator(), SET_INVENTORY, { input: { roomTypeId, ...range } });
}
