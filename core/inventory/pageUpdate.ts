import { FLAG_FIELDS, FLAGS, type FlagField, type StoredPage } from './change.ts';
import { UpdateBuilder, type UpdateInput } from './updateBuilder.ts';

/**
 * The conditional update that turns `page` into `next` while sales go on; null where nothing differs. Sales change
 * availability only, so it is written as a difference, and a new total on condition that it is still the one that
 * was read. The source versions that were read are part of the condition where they change.
 */
export function pageUpdate(page: StoredPage, next: StoredPage, now: string): UpdateInput | null {
  const update = new UpdateBuilder();
  setTotals(update, page, next);
  addUnits(update, 'available_units', page, next);
  addUnits(update, 'reserved_units', page, next);
  if (page.waiting && !next.waiting) update.add('REMOVE', update.name('waiting'));
  setList(update, 'rate', page, next);
  setList(update, 'min_stay', page, next);
  for (const field of FLAG_FIELDS) setFlag(update, field, page, next);
  setSources(update, page, next);
  if (update.isEmpty) return null;
  update.add('SET', `${update.name('version')} = ${update.name('version')} + ${update.value(1)}`);
  update.add('SET', `${update.name('updated_at')} = ${update.value(now)}`);
  update.require(`attribute_exists(${update.name('page')})`);
  // Whoever waits since it was read is to be offered what becomes free.
  if (!page.waiting) update.require(`attribute_not_exists(${update.name('waiting')})`);
  return update.build();
}

function setTotals(update: UpdateBuilder, page: StoredPage, next: StoredPage): void {
  next.total_units.forEach((total, night) => {
    const old = page.total_units[night];
    if (total === old) return;
    const totals = update.name('total_units');
    update.add('SET', `${totals}[${night}] = ${update.value(total)}`);
    update.require(`${totals}[${night}] = ${update.value(old)}`);
  });
}

function addUnits(
  update: UpdateBuilder,
  list: 'available_units' | 'reserved_units',
  page: StoredPage,
  next: StoredPage,
): void {
  next[list].forEach((units, night) => {
    const more = units - page[list][night];
    if (more === 0) return;
    const place = `${update.name(list)}[${night}]`;
    update.add('SET', `${place} = ${place} + ${update.value(more)}`);
  });
}

function setList(update: UpdateBuilder, list: 'rate' | 'min_stay', page: StoredPage, next: StoredPage): void {
  next[list].forEach((value, night) => {
    if (value !== page[list][night]) update.add('SET', `${update.name(list)}[${night}] = ${update.value(value)}`);
  });
}

function setFlag(update: UpdateBuilder, field: FlagField, page: StoredPage, next: StoredPage): void {
  const before = new Set(page[FLAGS[field]]);
  const after = new Set(next[FLAGS[field]]);
  const added = after.difference(before);
  const removed = before.difference(after);
  if (added.size > 0) update.add('ADD', `${update.name(FLAGS[field])} ${update.value(added)}`);
  if (removed.size > 0) update.add('DELETE', `${update.name(FLAGS[field])} ${update.value(removed)}`);
}

function setSources(update: UpdateBuilder, page: StoredPage, next: StoredPage): void {
  if (JSON.stringify(next.sources) === JSON.stringify(page.sources)) return;
  const sources = update.name('sources');
  update.add('SET', `${sources} = ${update.value(next.sources)}`);
  update.require(page.sources ? `${sources} = ${update.value(page.sources)}` : `attribute_not_exists(${sources})`);
}
