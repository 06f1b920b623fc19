/** An error that the database answered with. */
type DatabaseError = Error & { errno: number; sqlState: string };

export type DatabaseFault = 'duplicate' | 'clash' | 'value' | null;

const DUPLICATE_KEY = 1062;
const LOCK_WAIT = 1205;
const DEADLOCK = 1213;
const NULL_IN_COLUMN = 1048;
/** MariaDB's check of JSON columns; MySQL's errors about JSON are of class 22. */
const CHECK_FAILED = 4025;
/** SQLSTATE class "data exception": too long, out of range, no date. */
const DATA_EXCEPTION = '22';

/**
 * Why the database refused: a row has the key already; another transaction was in the way; a value fits into no column.
 * Null for all that trying again later may mend.
 */
export function databaseFault(error: unknown): DatabaseFault {
  const { errno, sqlState } = error as Partial<DatabaseError>;
  if (errno === DUPLICATE_KEY) return 'duplicate';
  if (errno === DEADLOCK || errno === LOCK_WAIT) return 'clash';
  const isValue = sqlState?.startsWith(DATA_EXCEPTION) || errno === NULL_IN_COLUMN || errno === CHECK_FAILED;
  return isValue ? 'value' : null;
}
