import { type OverbookedNight, overbookedNights } from '../../../core/overbooking/overbookedNight.ts';
import type { StoredPage } from '../../../core/inventory/change.ts';
import { type RoomTypeItem, roomTypeKey } from '../../../core/portable/items/catalog.ts';
import { overbookingKey } from '../../../core/portable/items/operations.ts';
import { earliestToday, isSettled, type RunScope } from '../../../core/reconciliation/runScope.ts';
import type { CheckedPage } from '../cache/checkedPage.ts';
import { wakeResolver } from '../../shared/overbookings/wakeResolver.ts';
import { config } from '../config.ts';
import { readByKeys } from '../table/readByKeys.ts';

/** By then an overbooking is found, as a rule. */
const FOUND_MS = 60_000;

type Known = { pk: string; sk: string; status: string };

/** Has the properties looked at that have an overbooked night without a record of it. */
export async function findMissed(checked: readonly CheckedPage[], run: RunScope): Promise<void> {
  const now = Date.now();
  const oversold = checked
    .map(({ page }) => page)
    .filter((page) => isOversold(page) && isSettled(page.updated_at, now, FOUND_MS));
  if (oversold.length === 0) return;
  const nights = (await beyondAllowance(oversold)).filter(({ date }) => date >= earliestToday(now));
  const keys = nights.map(({ property_id, date, room_type_id }) => overbookingKey(property_id, date, room_type_id));
  const records = await readByKeys<Known>(config.operationsTable, keys);
  const open = new Set(records.filter(({ status }) => status !== 'RESOLVED').map(({ pk, sk }) => `${pk} ${sk}`));
  const missed = nights.filter((_, at) => !open.has(`${keys[at].pk} ${keys[at].sk}`));
  for (const propertyId of new Set(missed.map(({ property_id }) => property_id)))
    await wakeResolver(config.overbookingQueue, propertyId, run.id);
}

const isOversold = ({ available_units }: StoredPage): boolean => available_units.some((left) => left < 0);

async function beyondAllowance(pages: readonly StoredPage[]): Promise<OverbookedNight[]> {
  const roomTypeOf = ({ property_id, page }: StoredPage) => ({ property_id, sk: roomTypeKey(page.slice(8)) });
  const keys = new Map(pages.map((page) => [Object.values(roomTypeOf(page)).join(' '), roomTypeOf(page)]));
  const roomTypes = await readByKeys<RoomTypeItem>(config.catalogTable, [...keys.values()]);
  const allowances = new Map(
    roomTypes.map(({ property_id, sk, oversell_allowance }) => [`${property_id} ${sk}`, oversell_allowance]),
  );
  return pages.flatMap((page) => {
    const allowance = allowances.get(Object.values(roomTypeOf(page)).join(' '));
    return allowance === undefined ? [] : overbookedNights(page, allowance);
  });
}
