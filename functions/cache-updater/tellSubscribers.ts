import type { CacheEntry } from '../../core/cache/cacheEntry.ts';
import type { Standing } from '../../core/cache/writePages.ts';
import { reasonOf } from '../shared/batch/poison.ts';
import { eachAtOnce } from '../shared/eachAtOnce.ts';
import { logger } from '../shared/logger.ts';
import { publishChange } from './publishChange.ts';
import type { ToldPage } from './readBatch.ts';

/** Calls of the API at a time: enough to hide their way, few enough that ten batches at once don't flood it. */
const LANES = 8;

/** Tells subscribers of every page's changed nights. Answers the sequence numbers of those who have to come again. */
export async function tellSubscribers(
  pages: readonly ToldPage[],
  standings: ReadonlyMap<CacheEntry, Standing | null>,
): Promise<string[]> {
  const failed: string[] = [];
  await eachAtOnce(pages, LANES, async ({ change, sequenceNumber }) => {
    try {
      await publishChange(change, standings.get(change.entry) === -1);
    } catch (error) {
      logger.error('subscribers were not told', { sequenceNumber, reason: reasonOf(error) });
      failed.push(sequenceNumber);
    }
  });
  return failed;
}
