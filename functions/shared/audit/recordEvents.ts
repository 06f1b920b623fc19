import type { Pool } from 'mysql2/promise';
import { differences } from '../../../core/audit/differences.ts';
import { type HistorySource, historyRow } from '../../../core/audit/historyRow.ts';
import { rowKey } from '../../../core/audit/rowKey.ts';
import type { AuditEvent } from '../../../core/events/auditEvent.ts';
import { logger } from '../logger.ts';
import { measure } from '../measure.ts';
import { insertRows } from './insertRows.ts';

/** Null where history holds the version as the event tells it; else why it never will. */
export type Fate = string | null;

type Conflict = { eventId: string; columns: string[] };

/**
 * Writes events into history, each version of a booking once however often and in whatever order they come. An event
 * that contradicts what history holds of its version is logged and measured (`AuditConflicts`): history stays as it is.
 * @returns the fate of each event, in the order given
 * @throws where the database is away or busy: all events may be given again
 */
export async function recordEvents(pool: Pool, events: readonly AuditEvent[], source: HistorySource): Promise<Fate[]> {
  const rows = events.map((event) => historyRow(event, source));
  // Of two reports of one version in a batch the first is written, and the second held against it.
  const byVersion = new Map([...rows].reverse().map((row) => [rowKey(row), row]));
  const { stored, refused } = await insertRows(pool, [...byVersion.values()]);
  const conflicts: Conflict[] = [];
  const fates = rows.map((row) => {
    const eventId = rowKey(row);
    const held = stored.get(eventId);
    if (!held) return refused.get(eventId) ?? 'It was not written.';
    const conflict = { eventId, columns: differences(held, row) };
    if (conflict.columns.length === 0) return null;
    conflicts.push(conflict);
    return `History holds version ${row.version} with another ${conflict.columns.join(', ')}.`;
  });
  report(conflicts);
  return fates;
}

function report(conflicts: readonly Conflict[]): void {
  if (conflicts.length === 0) return;
  measure('AuditConflicts', conflicts.length);
  logger.error('history holds versions otherwise', { conflicts });
}
