import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const TABLES = `
CREATE TABLE IF NOT EXISTS deliveries (
  id TEXT PRIMARY KEY,
  due_at INTEGER NOT NULL,
  delivery TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (due_at);
CREATE TABLE IF NOT EXISTS schedules (
  group_name TEXT NOT NULL,
  name TEXT NOT NULL,
  next_at INTEGER,
  schedule TEXT NOT NULL,
  PRIMARY KEY (group_name, name)
) STRICT;
CREATE INDEX IF NOT EXISTS schedules_due ON schedules (next_at) WHERE next_at IS NOT NULL;
`;

/**
 * What EventBridge must not forget: events not delivered yet, and schedules. One file, so that a schedule that has come
 * due and what it sends change together.
 * @param dataFolder null keeps everything in memory
 */
export function openEventsDatabase(dataFolder: string | null): DatabaseSync {
  if (dataFolder !== null) mkdirSync(dataFolder, { recursive: true });
  const database = new DatabaseSync(dataFolder === null ? ':memory:' : join(dataFolder, 'events.sqlite'));
  // Survives the end of this process at any moment; the machine's own may cost the last moments.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;');
  database.exec(TABLES);
  return database;
}

/** Does `work` whole or not at all. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
