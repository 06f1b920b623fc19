import type { Pool } from 'mysql2/promise';
import { differences } from '../../../core/audit/differences.ts';
import { type HistoryRow, type HistorySource, historyRow } from '../../../core/audit/historyRow.ts';
import { rowKey } from '../../../core/audit/rowKey.ts';
import type { AuditEvent } from '../../../core/events/auditEvent.ts';
import { logger } from '../logger.ts';
import { measure } from '../measure.ts';
import { type Inserted, insertRows } from './insertRows.ts';

/** Null where history holds the version as the event tells it; else why it never will. */
export type Fate = string | null;

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
  const inserted = await insertRows(pool, [...byVersion.values()]);
  return rows.map((row) => fateOf(row, inserted));
}

function fateOf(row: HistoryRow, { stored, refused }: Inserted): Fate {
  const key = rowKey(row);
  const held = stored.get(key);
  if (!held) return refused.get(key) ?? 'It was not written.';
  const columns = differences(held, row);
  if (columns.length === 0) return null;
  measure('AuditConflicts', 1);
  logger.error('history holds this version otherwise', { eventId: key, columns });
  return `History holds version ${row.version} with another ${columns.join(', ')}.`;
}
