import { pageKey } from '../../../core/portable/items/calendarPage.ts';
import type { Change } from '../../../core/portable/lifecycle/change.ts';
import type { FreeStockAnswer } from '../../../core/portable/waitlist/freeStock.ts';
import { changed, type House } from '../../../core/waitlist/house.ts';
import { isLate } from '../../../core/waitlist/isLate.ts';
import { type JointWrite, jointWrites } from '../../../core/waitlist/jointWrites.ts';
import { toTransactItem } from '../bookings/changeItems.ts';
import type { AllTables } from './allTables.ts';
import { transact } from '../dynamodb/transact.ts';
import { measure } from '../measure.ts';
import { pauseBefore } from '../retry.ts';
import { ITEMS_PER_OFFER } from './findOffers.ts';
import { MOST_OFFERS, prepare } from './prepare.ts';
import { readHouse } from './readHouse.ts';
import type { LineName } from './readLine.ts';
import { serveLine } from './serveLine.ts';

/** Each of them reads anew, and tries again by itself where transactions collide. */
const TRIES = 8;
/** Of a transaction: changes and offers; the rest is for pages. */
const MOST_ITEMS = 75;
/** Source: DynamoDB developer guide, "Quotas": items of one transaction. */
const MOST_WRITES = 100;

/** What became of it; see {@link FreeStockAnswer}. */
export type Freed = FreeStockAnswer['outcome'];

/**
 * Writes changes of bookings of one property, and offers what they give back to those who wait for it: all in one transaction, which
 * fails as a whole where a page is not as it was read any more. Nobody else can have the units in between.
 * @throws when DynamoDB does not answer
 */
export async function freeStock(changes: readonly Change[], tables: AllTables): Promise<Freed> {
  let refusedBy: House = new Map();
  for (let attempt = 0; attempt < TRIES; attempt++) {
    await pauseBefore(attempt);
    // It may have run out while others were writing: whoever decided then decides anew.
    if (changes.some((change) => isLate(change, Date.now()))) return 'beaten';
    const plan = await planOf(changes, tables);
    // The very version that was decided by has refused: not because others were faster.
    if (!plan || isSame(refusedBy, plan.house)) return 'refused';
    const outcome = await transact(plan.writes.map((write) => toTransactItem(write, tables)));
    if (outcome.isDone) {
      if (plan.offers > 0) measure('WaitlistOffers', plan.offers);
      for (const { name, months } of plan.full) await serveLine(name, months, tables);
      return 'done';
    }
    const failed = outcome.failed.map((at) => plan.writes[at]);
    if (failed.some((write) => isOf(changes, write))) return 'beaten';
    refusedBy = new Map(failed.flatMap(({ page }) => (page ? [[page, plan.house.get(page) ?? null]] : [])));
  }
  return 'contended';
}

type Line = { name: LineName; months: string[] };
/** `full`: lines of which one transaction does not hold everybody; what is left can be bought meanwhile. */
type Plan = { writes: JointWrite[]; house: House; offers: number; full: Line[] };

/**
 * Null where a page does not hold what is given back.
 * @param most offers at a time for each line
 */
async function planOf(changes: readonly Change[], tables: AllTables, most = MOST_OFFERS): Promise<Plan | null> {
  const now = Date.now();
  const propertyId = changes[0].before.property_id;
  const pages = changes.flatMap((change) => change.pages);
  const named = [...pages, ...changes.flatMap(({ checks = [] }) => checks)];
  const keys = named.map(({ month, roomTypeId }) => pageKey(month, roomTypeId));
  const read = await readHouse(propertyId, keys, tables.Inventory);
  const after = changed(read, pages);
  if (!after) return null;
  const freed = pages.filter(({ shifts }) => shifts.some(({ available }) => available > 0));
  const lines = [...Map.groupBy(freed, ({ roomTypeId }) => roomTypeId)].map(([roomTypeId, ofType]): Line => {
    const months = [...new Set(ofType.map(({ month }) => month))];
    return { name: { propertyId, roomTypeId }, months };
  });
  const room = Math.floor(
    (MOST_ITEMS - changes.length * ITEMS_PER_OFFER) / ITEMS_PER_OFFER / Math.max(1, lines.length),
  );
  const at = { now, most: Math.max(0, Math.min(most, room)) };
  const served = await Promise.all(lines.map(({ name, months }) => prepare(name, months, after, tables, at)));
  const house = new Map([...served.flatMap(({ others }) => [...others]), ...read]);
  const offers = served.flatMap((line) => line.offers);
  const writes = jointWrites({
    propertyId,
    changes: [...changes, ...offers],
    house,
    decidedBy: served.flatMap(({ decidedBy }) => decidedBy),
    cleared: served.flatMap(({ cleared }) => cleared),
    now: new Date(now).toISOString(),
  });
  // Those who wait look at too many pages besides: their lines are served by transactions of their own.
  if (writes.length > MOST_WRITES && most > 0) return planOf(changes, tables, 0);
  return { writes, house, offers: offers.length, full: lines.filter((_, line) => served[line].isFull) };
}

/** Is it the booking of one of the changes? */
function isOf(changes: readonly Change[], write: JointWrite): boolean {
  return write.kind === 'putBooking' && changes.some(({ before }) => before.booking_id === write.item.booking_id);
}

/** Is one of the pages still the version that it was? */
function isSame(before: House, now: House): boolean {
  return [...before].some(([key, page]) => (page?.version ?? 0) === (now.get(key)?.version ?? 0));
}
