export type Migration = {
  /** Kept in the database: never renamed once deployed. */
  name: string;
  /** SQL that MySQL 8 and MariaDB both know, and that may run a second time after an interruption. */
  statements: readonly string[];
};
