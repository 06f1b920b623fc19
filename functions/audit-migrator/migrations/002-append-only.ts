import type { Migration } from '../migration.ts';

const refuse = (name: string, event: string): string[] => [
  `DROP TRIGGER IF EXISTS ${name}`,
  `CREATE TRIGGER ${name} BEFORE ${event} ON booking_history FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'booking_history is append-only'`,
];

/** Nobody changes or deletes rows, the master user included, while the triggers stand. */
export const appendOnly: Migration = {
  name: '002-append-only',
  statements: [...refuse('booking_history_no_update', 'UPDATE'), ...refuse('booking_history_no_delete', 'DELETE')],
};
