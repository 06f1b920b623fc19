import { bookingHistory } from './migrations/001-booking-history.ts';
import { appendOnly } from './migrations/002-append-only.ts';

export type Migration = {
  /** Kept in the database: never renamed once deployed. */
  name: string;
  /** SQL that MySQL 8 and MariaDB both know, and that may run a second time after an interruption. */
  statements: readonly string[];
};

/** All there are, oldest first. A new one is added at the end; a deployed one never changes. */
export const migrations: readonly Migration[] = [bookingHistory, appendOnly];
