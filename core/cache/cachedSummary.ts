import type { PropertySummary, VersionedSummary } from '../search/propertySummary.ts';

/*
 * The cache's value of a property: its version in decimal digits, a line feed, and the summary as JSON; `null` says that
 * there is no such property. Another form of the value takes another prefix of the key.
 */

/** In the slot of the property's months. */
export const summaryKey = (propertyId: string): string => `property:{${propertyId}}`;

/** However the change of a property was lost, it shows after so many seconds. */
const KEPT_SECONDS = 3_600;
/** Ids that are not known are often mistakes. */
const UNKNOWN_KEPT_SECONDS = 60;

/**
 * The script (Lua, one key) that writes a summary only if its version is newer than the cached one's; one that is as old
 * is kept on. Answers 1 where it wrote.
 */
export const WRITE_SUMMARY = `
local known = redis.call('GET', KEYS[1])
local version = known and tonumber(string.match(known, '^(%d+)\\n'))
if version and version >= tonumber(ARGV[2]) then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'EX', ARGV[3])
return 1
`;

/** One call of {@link WRITE_SUMMARY}. */
export function writeSummaryCall(propertyId: string, { version, summary }: VersionedSummary) {
  const kept = summary ? KEPT_SECONDS : UNKNOWN_KEPT_SECONDS;
  return {
    key: summaryKey(propertyId),
    args: [`${version}\n${JSON.stringify(summary)}`, String(version), String(kept)],
  };
}

/** The summary in a cached value: null where the property is not known, undefined where the value is none. */
export function readCachedSummary(value: string): PropertySummary | null | undefined {
  const end = value.indexOf('\n');
  if (end < 1) return undefined;
  try {
    return JSON.parse(value.slice(end + 1)) as PropertySummary | null;
  } catch {
    return undefined;
  }
}
