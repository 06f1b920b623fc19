import type { Cluster } from 'ioredis';
import { writeSummaryCall } from '../../core/cache/cachedSummary.ts';
import { packPage } from '../../core/cache/packedPage.ts';
import { writePagesCall } from '../../core/cache/writePages.ts';
import { WRITE_SUMMARY } from '../../core/cache/cachedSummary.ts';
import { WRITE_PAGES } from '../../core/cache/writePages.ts';
import { dateOf } from '../../core/portable/days/dates.ts';
import { jsonNight, nightKey } from './jsonNights.ts';
import type { House } from './stock.ts';

/** Puts the houses into the cache in both layouts: as the product does, and a JSON value for each room night. */
export async function load(cache: Cluster, all: House[]): Promise<void> {
  for (const { property, months } of all) {
    const summary = writeSummaryCall(property.id, { version: 1, summary: property });
    const writes = [cache.eval(WRITE_SUMMARY, 1, summary.key, ...summary.args)];
    for (const { month, pages } of months) {
      const packed = pages.map(([id, page]) => [id, packPage(page)] as const);
      const { key, args } = writePagesCall(property.id, month, packed);
      writes.push(
        cache.eval(WRITE_PAGES, 1, key, ...args.map((arg) => (typeof arg === 'string' ? arg : Buffer.from(arg)))),
      );
      const nights = pages.flatMap(([id, page]) =>
        page.rate.flatMap((_, index) => [nightKey(property.id, id, dateOf(month, index)), jsonNight(page, index)]),
      );
      writes.push(cache.mset(...nights));
    }
    await Promise.all(writes);
  }
}
