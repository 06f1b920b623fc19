import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { RunScope } from '../../core/reconciliation/runScope.ts';
import { type PieceResult, summarize } from '../../core/reconciliation/summary.ts';
import { logger } from '../shared/logger.ts';
import { measure } from '../shared/measure.ts';
import { closeRun } from '../shared/reconciliation/closeRun.ts';
import { release } from '../shared/reconciliation/runState.ts';

/** `error`: why the pieces did not come to an end at all. */
export type FinishEvent = { run: RunScope; results?: PieceResult[]; error?: { Error: string; Cause: string } };

/** Sums up what the pieces did, writes it down and makes way for the next run. Done again it changes nothing. */
export async function finish({ run, results = [], error }: FinishEvent): Promise<{ status: string }> {
  const { status, tally, segments, segmentsFailed, errors, isComplete } = summarize(results);
  const now = Date.now();
  const duration = now - Date.parse(run.startedAt);
  const isFirst = await closeRun(run.id, {
    status,
    finished_at: new Date(now).toISOString(),
    duration_ms: duration,
    segments,
    segments_failed: segmentsFailed,
    pages_checked: tally.pages,
    nights_recomputed: tally.nights,
    bookings_checked: tally.bookings,
    cache_healed: tally.healed,
    audit_refilled: tally.refilled,
    pms_repushed: tally.repushed,
    queue_woken: tally.woken,
    holds_swept: tally.swept,
    waitlist_served: tally.offered,
    conflicts: tally.conflicts,
    errors: error ? [`${error.Error}: ${error.Cause}`.slice(0, 300)] : errors,
  });
  await release(run.id, isComplete ? run : null);
  if (!isFirst) return { status };
  logger.info('reconciled', { run: run.id, status, durationMs: duration, ...tally });
  measure('ReconciliationDuration', duration / 1_000, MetricUnit.Seconds);
  measure('ReconciliationItemsChecked', tally.pages);
  measure('ReconciliationConflicts', tally.conflicts);
  return { status };
}
