import { setTimeout as delay } from 'node:timers/promises';
import type { StoredPage } from '../../../core/inventory/change.ts';
import { arrivalRanges } from '../../../core/reconciliation/arrivalRanges.ts';
import { driftOf, inBoth, isUndercounted, type NightDrift } from '../../../core/reconciliation/drift.ts';
import { isSettled } from '../../../core/reconciliation/runScope.ts';
import { nightsInMonth, takenNights } from '../../../core/reconciliation/takenNights.ts';
import { listBookings, readBookings } from '../table/bookings.ts';
import { type PageKey, readPage } from '../table/pages.ts';

const TRIES = 3;
/** The index shows a booking within much less, as a rule. */
const BETWEEN_LOOKS_MS = 500;
/** A page that was written later may miss bookings of which the index does not know yet. */
const INDEX_LAG_MS = 60_000;

export type Confirmed = { page: StoredPage; drift: NightDrift[] };

/**
 * What page and bookings tell differently in two looks one after the other, each by consistent reads, with no write of
 * the page from the first to the last; null where there is nothing, or sales go on too fast to tell. A sale writes page and
 * booking at once, so what was half seen shows in the page's version.
 */
export async function confirmDrift(key: PageKey): Promise<Confirmed | null> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const first = await look(key);
    if (first === 'gone') return null;
    if (first === 'live') continue;
    if (first.drift.length === 0) return null;
    await delay(BETWEEN_LOOKS_MS);
    const second = await look(key);
    if (second === 'gone') return null;
    if (second === 'live' || second.page.version !== first.page.version) continue;
    const drift = inBoth(first.drift, second.drift).filter((night) => isProven(night, second.page));
    return drift.length > 0 ? { page: second.page, drift } : null;
  }
  return null;
}

const isProven = (night: NightDrift, { updated_at }: StoredPage): boolean =>
  isUndercounted(night) || isSettled(updated_at, Date.now(), INDEX_LAG_MS);

/** One look: the page, the bookings that the index names as they really are, and the page again. */
async function look(key: PageKey): Promise<Confirmed | 'live' | 'gone'> {
  const before = await readPage(key);
  if (!before) return 'gone';
  const month = key.page.slice(0, 7);
  const listed = await listBookings(key.property_id, arrivalRanges([month]));
  const near = listed.filter((booking) => nightsInMonth(booking, month).length > 0);
  const bookings = await readBookings(near.map(({ booking_id }) => booking_id));
  const page = await readPage(key);
  if (page?.version !== before.version) return page ? 'live' : 'gone';
  return { page, drift: driftOf(page, takenNights(page, bookings)) };
}
