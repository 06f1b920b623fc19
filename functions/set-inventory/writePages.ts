import type { NightChange, StoredPage } from '../../core/inventory/change.ts';
import type { Refusal } from '../../core/portable/errors.ts';
import type { SetInventoryInput } from '../../generated/types.ts';
import { eachAtOnce } from '../shared/eachAtOnce.ts';
import type { PagePlan } from './planPages.ts';
import { type KnownPages, readPages } from './readPages.ts';
import { writePage } from './writePage.ts';

/** Pages written side by side: enough to hide the latency, few enough to leave the table to the sales. */
const AT_ONCE = 4;

/**
 * Writes every page on its own: a transaction over many months would collide with every sale. What fails half way is
 * repeated whole by the caller, which is safe. Answers the pages as they are afterwards, in the plan's order.
 */
export async function writePages(
  input: SetInventoryInput,
  plans: PagePlan[],
): Promise<{ pages: StoredPage[] } | { refusal: Refusal }> {
  const change = changeOf(input);
  const known = await readPages(input, plans);
  const pages = await eachAtOnce(plans, AT_ONCE, (plan) => writePage({ input, plan, change }, known(plan)));
  if (pages.every((page) => page !== null)) return { pages: await asOffered(input, plans, known, pages) };
  return {
    refusal: {
      type: 'BookingContention',
      message: 'These nights change too often just now. Send the same request again.',
    },
  };
}

/** What a later page has let somebody have may lie on an earlier one too: where somebody waited the pages are read again. */
async function asOffered(
  input: SetInventoryInput,
  plans: PagePlan[],
  known: KnownPages,
  written: StoredPage[],
): Promise<StoredPage[]> {
  if (!plans.some((plan) => known(plan)?.waiting)) return written;
  const now = await readPages(input, plans);
  return plans.map((plan, at) => now(plan) ?? written[at]);
}

function changeOf(input: SetInventoryInput): NightChange {
  const { total, rate, closed, closedToArrival, closedToDeparture, minStay } = input;
  const given = Object.entries({ total, rate, closed, closedToArrival, closedToDeparture, minStay });
  return Object.fromEntries(given.filter(([, value]) => value !== null && value !== undefined));
}
