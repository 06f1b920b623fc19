import { UpdateBuilder, type UpdateInput } from '../inventory/updateBuilder.ts';
import { hotUntil } from '../portable/sale/hot.ts';
import type { PageTake } from './pageTake.ts';

/**
 * Takes the summed units of one page, on condition that each night still has them and that nothing that the bookings
 * were decided by has changed: the rates and closed nights, and where a stay begins or ends there the restrictions of
 * such days. Rates and restrictions are compared whole, not night by night: one operator each instead of up to 155, so
 * that any number of arrivals and departures stays far below DynamoDB's 300. Sales do not change them; who does makes
 * the group plan again.
 *
 * @param now epoch milliseconds
 */
export function takeUpdate(take: PageTake, now: number): UpdateBuilder {
  const update = new UpdateBuilder();
  takeNights(update, take);
  requireList(update, take, 'rate');
  requireSet(update, take, 'closed');
  if (take.hasArrivals) {
    requireList(update, take, 'min_stay');
    requireSet(update, take, 'closed_to_arrival');
  }
  if (take.hasDepartures) requireSet(update, take, 'closed_to_departure');
  const version = update.name('version');
  update.add('SET', `${version} = ${version} + ${update.value(1)}`);
  update.add('SET', `${update.name('updated_at')} = ${update.value(new Date(now).toISOString())}`);
  return update;
}

/** The same for who stood in line: others stand there for a while yet. */
export function pageUpdate(take: PageTake, now: number): UpdateInput {
  const update = takeUpdate(take, now);
  update.add('SET', `${update.name('hot_until')} = ${update.value(hotUntil(take.page, take.bookings, now))}`);
  return update.build();
}

function takeNights(update: UpdateBuilder, { taken, held, allowance }: PageTake): void {
  const available = update.name('available_units');
  taken.forEach((units, night) => {
    if (units === 0) return;
    update.add('SET', `${available}[${night}] = ${available}[${night}] - ${update.value(units)}`);
    update.require(`${available}[${night}] >= ${update.value(units - allowance)}`);
  });
  held.forEach((units, night) => {
    if (units === 0) return;
    const reserved = `${update.name('reserved_units')}[${night}]`;
    update.add('SET', `${reserved} = ${reserved} + ${update.value(units)}`);
  });
}

function requireList(update: UpdateBuilder, { page }: PageTake, list: 'rate' | 'min_stay'): void {
  update.require(`${update.name(list)} = ${update.value(page[list])}`);
}

type Flag = 'closed' | 'closed_to_arrival' | 'closed_to_departure';

function requireSet(update: UpdateBuilder, { page }: PageTake, flag: Flag): void {
  const nights = page[flag] ?? [];
  const name = update.name(flag);
  update.require(nights.length > 0 ? `${name} = ${update.value(new Set(nights))}` : `attribute_not_exists(${name})`);
}
