import type { StoredPage } from '../../core/inventory/change.ts';
import { pageUpdate } from '../../core/inventory/pageUpdate.ts';
import type { SetInventoryInput } from '../../generated/types.ts';
import { changed } from '../../core/waitlist/house.ts';
import { jointWrites } from '../../core/waitlist/jointWrites.ts';
import { toTransactItem } from '../shared/bookings/changeItems.ts';
import { transact } from '../shared/dynamodb/transact.ts';
import { measure } from '../shared/measure.ts';
import { prepare } from '../shared/waitlist/prepare.ts';
import { serveLine } from '../shared/waitlist/serveLine.ts';
import { config, tables } from './config.ts';

/**
 * Writes a page that somebody waits for, with the offers of what it lets them have, in one transaction; it takes the page as it was read
 * or fails. More than one transaction holds are offered by the next ones.
 * @param next as the change leaves the page
 * @returns the page as it was written; null where others were faster
 */
export async function writeOffering(
  { propertyId, roomTypeId }: Pick<SetInventoryInput, 'propertyId' | 'roomTypeId'>,
  page: StoredPage,
  next: StoredPage,
): Promise<StoredPage | null> {
  const now = Date.now();
  const at = new Date(now).toISOString();
  const name = { propertyId, roomTypeId };
  const months = [page.page.slice(0, 7)];
  const line = await prepare(name, months, new Map([[page.page, next]]), tables, { now });
  const ofPage = line.offers.flatMap(({ pages }) => pages).filter(({ month }) => month === months[0]);
  const offered = changed(new Map([[page.page, next]]), ofPage)!.get(page.page) as StoredPage;
  const after = line.cleared.length > 0 ? { ...offered, waiting: null } : offered;
  const update = pageUpdate(page, after, at);
  if (!update) return page;
  const writes = jointWrites({
    propertyId,
    changes: line.offers,
    house: new Map([...line.others, [page.page, page]]),
    decidedBy: line.decidedBy,
    cleared: [],
    now: at,
  });
  const outcome = await transact([
    { Update: { TableName: config.inventoryTable, Key: keyOf(page), ...asRead(update, page) } },
    ...writes.filter((write) => write.page !== page.page).map((write) => toTransactItem(write, tables)),
  ]);
  if (!outcome.isDone) return null;
  if (line.offers.length > 0) measure('WaitlistOffers', line.offers.length);
  if (line.isFull) await serveLine(name, months, tables);
  return { ...after, version: page.version + 1, updated_at: at };
}

const keyOf = ({ property_id, page }: StoredPage) => ({ property_id, page });

/** On condition of the version besides: the offers were decided by it. */
function asRead(update: NonNullable<ReturnType<typeof pageUpdate>>, { version }: StoredPage) {
  return {
    ...update,
    ConditionExpression: `${update.ConditionExpression} AND #read = :read`,
    ExpressionAttributeNames: { ...update.ExpressionAttributeNames, '#read': 'version' },
    ExpressionAttributeValues: { ...update.ExpressionAttributeValues, ':read': version },
  };
}
