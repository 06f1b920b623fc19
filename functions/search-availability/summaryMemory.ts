import { readCachedSummary } from '../../core/cache/cachedSummary.ts';
import type { PropertySummary } from '../../core/search/propertySummary.ts';

type Read = ReturnType<typeof readCachedSummary>;

/** Some 5 KB each. */
const MOST_KEPT = 5_000;

const kept = new Map<string, { value: Buffer; summary: PropertySummary }>();

/**
 * What {@link readCachedSummary} makes of a value. While the value is the same it is not parsed again, which is the
 * dearest part of a search; what the cache says is what counts.
 */
export function summaryIn(id: string, value: Buffer): Read {
  const known = kept.get(id);
  if (known?.value.equals(value)) return known.summary;
  const summary = readCachedSummary(value.toString());
  if (!summary) return summary;
  if (!known && kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
  // A copy: the value is a part of what came from the network with others, and would keep all of that.
  kept.set(id, { value: Buffer.from(value), summary });
  return summary;
}
