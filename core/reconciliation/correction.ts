import { UpdateBuilder, type UpdateInput } from '../inventory/updateBuilder.ts';
import type { CalendarPage } from '../portable/items/calendarPage.ts';
import { isUndercounted, type NightDrift, unitsToHold, unitsToTake } from './drift.ts';

/**
 * The write that takes the units off the page that bookings prove to be sold or held, and holds those that they prove to
 * be held: their bookings could not be confirmed or released otherwise. On condition that nobody has written it
 * since; null where there are none. Units are never given back: that no booking was found for them proves nothing, as an
 * index may lag. See docs/adr/012-correct-only-downwards.md.
 */
export function correction(page: CalendarPage, drift: readonly NightDrift[], now: string): UpdateInput | null {
  const proven = drift.filter(isUndercounted);
  if (proven.length === 0) return null;
  const update = new UpdateBuilder();
  const [available, held, version] = ['available_units', 'reserved_units', 'version'].map((name) => update.name(name));
  const change = (list: string, index: number, was: number, by: number) => {
    const night = `${list}[${index}]`;
    if (by !== 0) update.add('SET', `${night} = ${night} + ${update.value(by)}`);
    // A write that did not count itself is one too.
    update.require(`${night} = ${update.value(was)}`);
  };
  for (const night of proven) {
    change(available, night.index, page.available_units[night.index], -unitsToTake(night));
    change(held, night.index, page.reserved_units[night.index], unitsToHold(night));
  }
  update.add('SET', `${version} = ${version} + ${update.value(1)}`);
  update.add('SET', `${update.name('updated_at')} = ${update.value(now)}`);
  update.require(`${version} = ${update.value(page.version)}`);
  return update.build();
}
