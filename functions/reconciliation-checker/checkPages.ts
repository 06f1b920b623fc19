import { type RunScope, needsRecount } from '../../core/reconciliation/runScope.ts';
import { addTallies, NOTHING_DONE, type Tally } from '../../core/reconciliation/tally.ts';
import { eachAtOnce } from '../shared/eachAtOnce.ts';
import { type CheckedPage, readable } from './cache/checkedPage.ts';
import { compareCache } from './cache/compareCache.ts';
import { checkStays } from './bookings/checkStays.ts';
import { findMissed } from './overbookings/findMissed.ts';
import type { Parts } from './parts.ts';
import { serveWaiting } from './waitlist/serveWaiting.ts';
import { recountProperty } from './stock/recountProperty.ts';
import type { StoredPage } from '../../core/inventory/change.ts';

/** Properties counted at the same time: enough to hide the latency of their queries. */
const AT_ONCE = 8;

/** A batch of pages: all against the cache, and those whose turn it is against their bookings, and these against the rest. */
export async function checkPages(pages: StoredPage[], run: RunScope, parts: Parts): Promise<Tally> {
  const checked = pages.flatMap((page) => readable(page, parts) ?? []);
  const done = await Promise.all([
    parts.attempt('cache', async () => ({ healed: await compareCache(checked) })),
    parts.attempt('overbookings', async () => {
      await findMissed(checked, run);
      return {};
    }),
    parts.attempt('waitlist', async () => ({ offered: await serveWaiting(pages) })),
    recount(checked, run, parts),
  ]);
  return done.reduce<Tally>((sum, each) => addTallies(sum, each), { ...NOTHING_DONE, pages: pages.length });
}

async function recount(checked: CheckedPage[], run: RunScope, parts: Parts): Promise<Tally> {
  const chosen = checked.map(({ page }) => page).filter((page) => needsRecount(page, run));
  const properties = [...Map.groupBy(chosen, ({ property_id }) => property_id).values()];
  const tallies = await eachAtOnce(properties, AT_ONCE, async (ofProperty) => {
    // Of its own: what all of them added to would lose what came while another one waited.
    let told = NOTHING_DONE;
    const stock = await parts.attempt('stock', async () => {
      const { counted, stays } = await recountProperty(ofProperty, run);
      told = await checkStays(stays, parts);
      return counted;
    });
    return addTallies(told, stock);
  });
  return tallies.reduce<Tally>((sum, each) => addTallies(sum, each), NOTHING_DONE);
}
