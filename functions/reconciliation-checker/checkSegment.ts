import type { RunScope } from '../../core/reconciliation/runScope.ts';
import { addTallies, NOTHING_DONE, type Tally } from '../../core/reconciliation/tally.ts';
import { checkPages } from './checkPages.ts';
import type { Parts } from './parts.ts';
import { type Cursor, scanPages, type Segment } from './table/scanPages.ts';

type Work = { run: RunScope; segment: Segment; cursor: Cursor | null; deadline: number; parts: Parts };

/**
 * Checks the pages of a segment, batch after batch; the next batch is read while one is checked.
 * @param deadline epoch milliseconds, after which no batch is begun
 * @returns where to go on, null at the end
 */
export async function checkSegment(work: Work): Promise<{ next: Cursor | null; done: Tally }> {
  const { run, segment, deadline, parts } = work;
  let done = NOTHING_DONE;
  let reading = scanPages(segment, work.cursor);
  for (;;) {
    const { pages, next } = await reading;
    const goesOn = next !== null && Date.now() < deadline;
    if (goesOn) reading = scanPages(segment, next);
    // Its failure is met in the next round.
    reading.catch(() => null);
    done = addTallies(done, await checkPages(pages, run, parts));
    if (!goesOn) return { next, done };
  }
}
