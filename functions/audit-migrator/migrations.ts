import type { Migration } from './migration.ts';
import { bookingHistory } from './migrations/001-booking-history.ts';
import { appendOnly } from './migrations/002-append-only.ts';

/** All there are, oldest first. A new one is added at the end; a deployed one never changes. */
export const migrations: readonly Migration[] = [bookingHistory, appendOnly];
