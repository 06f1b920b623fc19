import { UpdateBuilder, type UpdateInput } from '../inventory/updateBuilder.ts';
import type { CalendarPage } from '../portable/items/calendarPage.ts';
import { isUndercounted, type NightDrift } from './drift.ts';

/**
 * The write that takes the units off the page that bookings prove to be sold, on condition that nobody has written it
 * since; null where there are none. Units are never given back: that no booking was found for them proves nothing, as an
 * index may lag. See docs/adr/012-correct-only-downwards.md.
 */
export function correction(page: CalendarPage, drift: readonly NightDrift[], now: string): UpdateInput | null {
  const taken = drift.filter(isUndercounted);
  if (taken.length === 0) return null;
  const update = new UpdateBuilder();
  const [available, version] = [update.name('available_units'), update.name('version')];
  for (const { index, byPage, byBookings } of taken) {
    const night = `${available}[${index}]`;
    update.add('SET', `${night} = ${night} + ${update.value(byPage - byBookings)}`);
    // A write that did not count itself is one too.
    update.require(`${night} = ${update.value(page.available_units[index])}`);
  }
  update.add('SET', `${version} = ${version} + ${update.value(1)}`);
  update.add('SET', `${update.name('updated_at')} = ${update.value(now)}`);
  update.require(`${version} = ${update.value(page.version)}`);
  return update.build();
}
