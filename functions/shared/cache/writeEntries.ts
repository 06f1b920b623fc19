import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Cluster } from 'ioredis';
import type { CacheEntry } from '../../../core/cache/cacheEntry.ts';
import { type Replaces, type Standing, WRITE_PAGES, writePagesCall } from '../../../core/cache/writePages.ts';

/** Commands have time-outs of their own; tries to follow slots that moved add up. */
const WRITE_MS = 3_000;

const SHA = createHash('sha1').update(WRITE_PAGES).digest('hex');

type Month = { entries: CacheEntry[]; answer: Standing[] | Error };

/**
 * Writes entries into the cache: one script call for each property and month, and those for one node travel together.
 * Answers what became of each entry, in their order: an error where its month could not be written within three seconds.
 * Never throws.
 */
export async function writeEntries(
  cache: Promise<Cluster>,
  entries: readonly CacheEntry[],
  replaces: Replaces = 'older',
): Promise<(Standing | Error)[]> {
  const silence = new Error(`The cache did not answer within ${WRITE_MS} ms.`);
  const byMonth = Map.groupBy(entries, ({ propertyId, month }) => `${month} ${propertyId}`);
  const months = [...byMonth.values()].map((ofMonth): Month => ({ entries: ofMonth, answer: silence }));
  const enough = new AbortController();
  await Promise.race([
    writeMonths(cache, months, replaces),
    delay(WRITE_MS, null, { signal: enough.signal }).catch(() => null),
  ]);
  enough.abort();
  const standings = new Map(
    months.flatMap(({ entries: ofMonth, answer }) =>
      ofMonth.map((entry, at) => [entry, answer instanceof Error ? answer : answer[at]] as const),
    ),
  );
  return entries.map((entry) => standings.get(entry) ?? silence);
}

async function writeMonths(cache: Promise<Cluster>, months: Month[], replaces: Replaces): Promise<void> {
  const write = async (month: Month): Promise<void> => {
    month.answer = await cache.then((cluster) => writeMonth(cluster, month.entries, replaces)).catch(asError);
  };
  await Promise.all(months.map(write));
  // The client follows a slot that moved only for a call that travels alone.
  for (const month of months) if (hasMoved(month.answer)) await write(month);
}

async function writeMonth(cluster: Cluster, entries: CacheEntry[], replaces: Replaces): Promise<Standing[]> {
  const [{ propertyId, month }] = entries;
  const pages = entries.map(({ roomTypeId, packed }) => [roomTypeId, packed] as const);
  const { key, args } = writePagesCall(propertyId, month, pages, replaces);
  const given = args.map((arg) =>
    typeof arg === 'string' ? arg : Buffer.from(arg.buffer, arg.byteOffset, arg.byteLength),
  );
  try {
    return (await cluster.evalsha(SHA, 1, key, ...given)) as Standing[];
  } catch (error) {
    if (!asError(error).message.startsWith('NOSCRIPT')) throw error;
    return (await cluster.eval(WRITE_PAGES, 1, key, ...given)) as Standing[];
  }
}

const hasMoved = (answer: Standing[] | Error): boolean =>
  answer instanceof Error && /^(MOVED|ASK|TRYAGAIN)\b/.test(answer.message);

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));
