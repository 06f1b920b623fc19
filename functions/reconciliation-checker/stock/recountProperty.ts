import type { StoredPage } from '../../../core/inventory/change.ts';
import { arrivalRanges } from '../../../core/reconciliation/arrivalRanges.ts';
import { driftOf } from '../../../core/reconciliation/drift.ts';
import { isSettled, type RunScope } from '../../../core/reconciliation/runScope.ts';
import { slotOf } from '../../../core/reconciliation/share.ts';
import { bookingsByPage, takenNights } from '../../../core/reconciliation/takenNights.ts';
import type { Tally } from '../../../core/reconciliation/tally.ts';
import { wakeResolver } from '../../shared/overbookings/wakeResolver.ts';
import { config } from '../config.ts';
import { type ListedBooking, listBookings } from '../table/bookings.ts';
import { confirmDrift } from './confirmDrift.ts';
import { correctPage } from './correctPage.ts';
import { recordConflict } from './recordConflict.ts';

/** `stays`: bookings of the pages' nights that are to be held against the audit history and their PMS. */
export type Recounted = { counted: Partial<Tally>; stays: ListedBooking[] };

/**
 * Counts the sold and held units of a property's pages from its bookings. Where a page tells otherwise, and still does when both
 * are read again, the conflict is written down, the page corrected as far as bookings prove it, and the property looked at
 * for overbookings.
 */
export async function recountProperty(pages: readonly StoredPage[], run: RunScope): Promise<Recounted> {
  const propertyId = pages[0].property_id;
  const months = pages.map(({ page }) => page.slice(0, 7));
  const bookings = await listBookings(propertyId, arrivalRanges(months));
  const byPage = bookingsByPage(bookings);
  let [nights, conflicts] = [0, 0];
  for (const page of pages) {
    nights += page.total_units.length;
    const seen = driftOf(page, takenNights(page, byPage.get(page.page) ?? []));
    const confirmed = seen.length > 0 ? await confirmDrift(page) : null;
    if (!confirmed) continue;
    conflicts += confirmed.drift.length;
    const isCorrected = await correctPage(confirmed.page, confirmed.drift);
    await recordConflict({ ...confirmed, run, isCorrected });
    await wakeResolver(config.overbookingQueue, propertyId, run.id);
  }
  const touching = new Set(pages.flatMap(({ page }) => byPage.get(page) ?? []));
  const stays = [...touching].filter((booking) => isDue(booking, run));
  return { counted: { nights, conflicts }, stays };
}

/** Bookings that were due in an earlier run are not asked for again before their property's share. */
function isDue({ property_id, updated_at }: ListedBooking, { slot, since }: RunScope): boolean {
  return isSettled(updated_at, Date.now()) && (slotOf(property_id) === slot || updated_at >= since);
}
