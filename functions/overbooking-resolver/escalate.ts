import type { StayBooking } from '../../core/overbooking/reallocation/booking.ts';
import type { UnresolvedNight } from '../../core/overbooking/reallocation/plan.ts';
import { proposeWalks } from '../../core/overbooking/sisters/proposeWalks.ts';
import { tellRecord } from '../shared/overbookings/tellRecord.ts';
import { config } from './config.ts';
import type { SeenNight } from './noteNights.ts';
import type { House } from './readHouse.ts';
import { readSisters } from './readSisters.ts';

/** Hands what could not be moved to people, with the sister properties that could take a guest. */
export async function escalate(
  { property, roomTypes }: House,
  nights: SeenNight[],
  unresolved: UnresolvedNight[],
  bookings: StayBooking[],
): Promise<void> {
  const wanted = new Set(unresolved.flatMap(({ candidates }) => candidates));
  const stays = bookings.filter(({ booking_id }) => wanted.has(booking_id));
  const sisters = await readSisters(property, stays);
  const at = new Date().toISOString();
  await Promise.all(
    unresolved.map((night) => {
      const proposals = proposeWalks({ night, bookings: stays, origin: property, roomTypes, sisters });
      const { page_version } = nights.find(({ overbooking_id }) => overbooking_id === night.overbooking_id)!;
      return tellRecord(config.operationsTable, night, { type: 'ESCALATE', proposals, page_version, at });
    }),
  );
}
