import { type Overbooking, toOverbooking } from '../../core/portable/items/overbooking.ts';
import type { OverbookingInput } from '../../generated/types.ts';
import { publisher } from '../shared/api/publisher.ts';
import { config } from './config.ts';

/** Every field that a subscriber may want: AppSync hands on what the mutation selects. */
const PUBLISH = `mutation Publish($input: OverbookingInput!) {
  publishOverbooking(input: $input) {
    id propertyId roomTypeId date status shortfall detectedAt escalatedAt resolvedAt
    resolution { by acceptedBy units } moves { bookingId from to walkedTo movedBy }
    proposals { bookingId propertyId roomTypeId distanceKm price { amount currency } } version updatedAt
  }
}`;

const send = publisher(config);

/** Tells subscribers of an overbooking as it is after a change. */
export async function publishOverbooking(record: Overbooking): Promise<void> {
  const input: OverbookingInput = toOverbooking(record);
  await send(PUBLISH, { input });
}
