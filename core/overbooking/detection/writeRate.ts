/** One write of a page; `at` is epoch milliseconds. */
export type WriteMark = { property_id: string; page: string; version: number; at: number };

/** A page written more often than it should be: `writes` is the most within any one minute. */
export type RateWarning = { property_id: string; page: string; writes: number };

const MINUTE = 60_000;

/**
 * The pages written more than `most` times within a minute, any minute. Order does not matter, and a write that is told
 * of twice (same page and version) counts once.
 */
export function rateWarnings(writes: WriteMark[], most: number): RateWarning[] {
  const pages = Map.groupBy(distinct(writes), ({ property_id, page }) => `${property_id}#${page}`);
  return [...pages.values()].flatMap((ofPage) => {
    const { property_id, page } = ofPage[0];
    const count = busiestMinute(ofPage.map(({ at }) => at));
    return count > most ? [{ property_id, page, writes: count }] : [];
  });
}

/** The writes that may still share a minute with one to come: what to keep for the next call. */
export function recentWrites(writes: WriteMark[]): WriteMark[] {
  const newest = writes.reduce((latest, { at }) => Math.max(latest, at), 0);
  return distinct(writes).filter(({ at }) => newest - at < MINUTE);
}

function distinct(writes: WriteMark[]): WriteMark[] {
  return [...new Map(writes.map((mark) => [`${mark.property_id}#${mark.page}#${mark.version}`, mark])).values()];
}

function busiestMinute(times: number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  let first = 0;
  let most = 0;
  sorted.forEach((at, last) => {
    while (at - sorted[first] >= MINUTE) first++;
    most = Math.max(most, last - first + 1);
  });
  return most;
}
