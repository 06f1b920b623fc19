import type { StoredPage } from './change.ts';
import { CHANGE_FIELDS, type ChangeField, FLAG_FIELDS, FLAGS, type NightChange } from './change.ts';
import { formatRuns, parseRuns } from './nightRuns.ts';

/** Which nights (indexes) a change reaches, and the version of the message that brings it; absent for people. */
export type Target = { nights: number[]; sourceVersion?: number };

/**
 * The page after the change, with the same version: callers count. A field's night that already has a newer source
 * version is left alone; the same version again writes the same values, so repeating is safe.
 * A new total moves availability by the difference, below zero where more is sold than exists.
 */
export function applyChange(page: StoredPage, change: NightChange, target: Target): StoredPage {
  const next = structuredCopy(page);
  for (const field of CHANGE_FIELDS) {
    if (change[field] === undefined) continue;
    const nights = freshNights(page, field, target);
    for (const night of nights) setNight(next, field, night, change);
    if (target.sourceVersion !== undefined) stamp(next, field, nights, target.sourceVersion);
  }
  for (const field of FLAG_FIELDS) {
    const set = next[FLAGS[field]];
    if (set?.length === 0) delete next[FLAGS[field]];
  }
  return next;
}

function structuredCopy(page: StoredPage): StoredPage {
  return {
    ...page,
    total_units: [...page.total_units],
    available_units: [...page.available_units],
    rate: [...page.rate],
    min_stay: [...page.min_stay],
    closed: [...(page.closed ?? [])],
    closed_to_arrival: [...(page.closed_to_arrival ?? [])],
    closed_to_departure: [...(page.closed_to_departure ?? [])],
    ...(page.sources ? { sources: { ...page.sources } } : {}),
  };
}

/** The target's nights that have no newer source version of the field. */
function freshNights(page: StoredPage, field: ChangeField, target: Target): number[] {
  const { sourceVersion } = target;
  if (sourceVersion === undefined) return target.nights;
  const applied = parseRuns(page.sources?.[field], page.total_units.length);
  return target.nights.filter((night) => applied[night] <= sourceVersion);
}

function stamp(page: StoredPage, field: ChangeField, nights: number[], version: number): void {
  const applied = parseRuns(page.sources?.[field], page.total_units.length);
  for (const night of nights) applied[night] = version;
  const runs = formatRuns(applied);
  if (runs !== '') page.sources = { ...page.sources, [field]: runs };
}

function setNight(page: StoredPage, field: ChangeField, night: number, change: NightChange): void {
  switch (field) {
    case 'total': {
      const total = change.total!;
      page.available_units[night] += total - page.total_units[night];
      page.total_units[night] = total;
      return;
    }
    case 'rate':
      page.rate[night] = change.rate!;
      return;
    case 'minStay':
      page.min_stay[night] = change.minStay!;
      return;
    case 'closed':
    case 'closedToArrival':
    case 'closedToDeparture': {
      const others = page[FLAGS[field]]!.filter((other) => other !== night);
      page[FLAGS[field]] = change[field] ? [...others, night].sort((a, b) => a - b) : others;
      return;
    }
    default:
      field satisfies never;
  }
}
